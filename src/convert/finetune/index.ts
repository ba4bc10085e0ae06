import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {lose} from '../lose.ts'
import type {ToMessagesOptions} from '../to-messages.ts'
import {fromConversation, toConversation} from '../training/chat.ts'
import type {RowOptions} from '../training/options.ts'
import {readTraining} from '../training/read.ts'
import type {TrainingRow} from '../training/types.ts'
import {writeTraining} from '../training/write.ts'
import {checkLine} from './check-line.ts'
import {type FinetuneTarget, styles} from './styles.ts'

export {
  type TrainingInput as FinetuneInput,
  trainingSchema as finetuneSchema
} from '../training/schema.ts'
export {checkFinetune, type FinetuneProblem} from './check.ts'
export type {FinetuneTarget}

/** Options of `toFinetune`. */
export interface FinetuneOptions extends ToMessagesOptions {
  /** Who trains (default: `'openai'`). */
  target?: FinetuneTarget | null | undefined
}

/**
 * Write a chat as a line of a file for fine-tuning.
 *
 * A line that the upload refuses is a loss, `not-trainable`; `checkFinetune`
 * looks at a whole file.
 */
export function toFinetune(
  chat: Chat,
  options?: Readonly<FinetuneOptions> | null
): TrainingRow {
  const target = options?.target ?? 'openai'
  if (!Object.keys(styles).includes(target)) {
    const expected = Object.keys(styles).join('`, `')
    throw new TypeError(
      `Unexpected \`target\` \`${target}\`, expected \`${expected}\``
    )
  }
  const conversation = toConversation(chat, options)
  const row = writeTraining(conversation, styles[target], options ?? {})
  checkLine(row, target, (path, reason) => {
    lose(options, 'not-trainable', path, reason)
  })
  return row
}

/**
 * Read a line of a file for fine-tuning: messages, or a question with a
 * preferred answer and one that is not.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromFinetune(
  value: unknown,
  options?: Readonly<RowOptions> | null
): Chat {
  const read = readTraining(value, 'a line for fine-tuning', options ?? {})
  return fromConversation(read, options)
}

/** Files for fine-tuning, as the command line sees them. */
export const finetune: Format = {
  id: 'finetune',
  title: 'File for fine-tuning',
  kind: 'jsonl',
  detect: isFinetune,
  to: toFinetune,
  from: (value, options) =>
    readLines(value).map(line => fromFinetune(line, options))
}

function readLines(value: unknown): Array<unknown> {
  return Array.isArray(value) ? value : [value]
}

/** Whether a value is lines with a preferred answer, in the words of OpenAI. */
function isFinetune(value: unknown): boolean {
  const [line] = readLines(value)
  return (
    isPlainObject(line) &&
    isPlainObject(line.input) &&
    (line.preferred_output ?? line.preferred_completion) !== undefined
  )
}
