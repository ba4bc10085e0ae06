import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import type {ToMessagesOptions} from '../to-messages.ts'
import {fromConversation, toConversation} from '../training/chat.ts'
import type {RowOptions} from '../training/options.ts'
import {holdsMedia} from './holds-media.ts'
import {readSharegpt} from './read.ts'
import type {SharegptRow} from './types.ts'
import {writeSharegpt} from './write.ts'

export {type SharegptInput, sharegptSchema} from './schema.ts'
export type * from './types.ts'

/** Write a chat as a row in the shape of ShareGPT, as LLaMA-Factory reads it. */
export function toSharegpt(
  chat: Chat,
  options?: Readonly<ToMessagesOptions> | null
): SharegptRow {
  return writeSharegpt(toConversation(chat, options), options ?? {})
}

/**
 * Read a row in the shape of ShareGPT, in each spelling that data sets have, or
 * its turns alone.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromSharegpt(
  value: unknown,
  options?: Readonly<RowOptions> | null
): Chat {
  return fromConversation(readSharegpt(value, options ?? {}), options)
}

/** Rows of ShareGPT, as the command line sees them. */
export const sharegpt: Format = {
  id: 'sharegpt',
  title: 'Rows of ShareGPT',
  kind: 'jsonl',
  detect: isSharegpt,
  to: toSharegpt,
  from: (value, options) =>
    readRows(value).map(row => fromSharegpt(row, options))
}

/** Read lines, or a list of rows; a row may be its turns alone. */
function readRows(value: unknown): Array<unknown> {
  return isArray(value) && !value.some(isTurn) ? value : [value]
}

/** Whether a value is rows whose turns have the keys of ShareGPT, or its files. */
function isSharegpt(value: unknown): boolean {
  const [row] = readRows(value)
  const turns = isPlainObject(row) ? row.conversations : row
  if (isArray(turns)) return turns.length > 0 && turns.every(isTurn)
  return isPlainObject(row) && holdsMedia(row)
}

function isTurn(turn: unknown): boolean {
  return isPlainObject(turn) && typeof turn.from === 'string'
}
