import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {aistudioImporter} from './read-prompt.ts'

/**
 * Read a prompt of Google AI Studio, as it is in Drive.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromAistudio(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, aistudioImporter, options)
}

/** The prompt of Google AI Studio. */
export const aistudio: Format = {
  id: 'aistudio',
  title: 'prompt of Google AI Studio',
  kind: 'json',
  detect: value =>
    isPlainObject(value) &&
    isPlainObject(value.chunkedPrompt) &&
    Array.isArray(value.chunkedPrompt.chunks),
  from: fromAistudio
}
