import type {Chat} from '../tree.ts'
import {isPlainObject} from '../yaml/is-plain-object.ts'
import type {Format} from './format.ts'
import {holdsMedia} from './sharegpt/holds-media.ts'
import type {ToMessagesOptions} from './to-messages.ts'
import {fromConversation, toConversation} from './training/chat.ts'
import type {RowOptions} from './training/options.ts'
import {readTraining} from './training/read.ts'
import type {TrainingStyle} from './training/style.ts'
import {templateStyle} from './training/template-style.ts'
import type {TrainingRow} from './training/types.ts'
import {writeTraining} from './training/write.ts'

export {
  type TrainingInput as HuggingfaceInput,
  trainingSchema as huggingfaceSchema
} from './training/schema.ts'

/** Options of `toHuggingface`. */
export interface HuggingfaceOptions extends ToMessagesOptions {
  /**
   * Key of a model’s reasoning, or `false` to leave it out: templates of gpt-oss
   * read `thinking` (default: `'reasoning_content'`).
   */
  reasoning?: 'drop' | 'reasoning_content' | 'thinking' | null | undefined
}

/** Write a chat as a row of messages, as TRL and chat templates read them. */
export function toHuggingface(
  chat: Chat,
  options?: Readonly<HuggingfaceOptions> | null
): TrainingRow {
  const reasoning = options?.reasoning ?? templateStyle.reasoning
  const style: TrainingStyle = {
    ...templateStyle,
    reasoning: reasoning === 'drop' ? undefined : reasoning
  }
  return writeTraining(toConversation(chat, options), style, options ?? {})
}

/**
 * Read a row of a data set: messages, a prompt and its completion, or a prompt
 * with a chosen and a rejected answer.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromHuggingface(
  value: unknown,
  options?: Readonly<RowOptions> | null
): Chat {
  const read = readTraining(value, 'a row of messages', options ?? {})
  return fromConversation(read, options)
}

/** Rows of messages, as the command line sees them. */
export const huggingface: Format = {
  id: 'huggingface',
  title: 'Rows of messages for chat templates and TRL',
  kind: 'jsonl',
  detect: isHuggingface,
  to: toHuggingface,
  from: (value, options) =>
    readRows(value).map(row => fromHuggingface(row, options))
}

function readRows(value: unknown): Array<unknown> {
  return Array.isArray(value) ? value : [value]
}

/** Whether a value is rows whose keys are those of TRL. */
function isHuggingface(value: unknown): boolean {
  const [row] = readRows(value)
  if (!isPlainObject(row)) return false
  if (row.prompt !== undefined && row.completion !== undefined) return true
  if (row.chosen !== undefined && row.rejected !== undefined) {
    return row.conversations === undefined
  }
  // Note: one object with messages alone may be a request.
  return Array.isArray(value) && isRow(row)
}

function isRow(row: Record<string, unknown>): boolean {
  const keys = Object.keys(row)
  return (
    Array.isArray(row.messages) &&
    keys.every(key => rowKeys.includes(key)) &&
    !holdsMedia(row)
  )
}

const rowKeys = ['images', 'messages', 'tools']
