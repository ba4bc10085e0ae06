import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {lmStudioImporter} from './read-conversation.ts'

/**
 * Read a conversation of LM Studio.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromLmStudio(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, lmStudioImporter, options)
}

/** The conversation of LM Studio. */
export const lmStudio: Format = {
  id: 'lm-studio',
  title: 'conversation of LM Studio',
  kind: 'json',
  detect: isLmStudio,
  from: fromLmStudio
}

function isLmStudio(value: unknown): boolean {
  const [first] = Array.isArray(value) ? value : [value]
  if (!isPlainObject(first) || !Array.isArray(first.messages)) return false
  const [message] = first.messages
  return isPlainObject(message) && Array.isArray(message.versions)
}
