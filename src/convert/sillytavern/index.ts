import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {sillytavernImporter} from './read-chat.ts'

/**
 * Read a chat of SillyTavern: the lines of its file.
 *
 * @throws {TypeError}
 *   If the value is no list, or if the text of a message would vanish.
 */
export function fromSillytavern(
  lines: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(lines, sillytavernImporter, options)
}

/** The chat of SillyTavern. */
export const sillytavern: Format = {
  id: 'sillytavern',
  title: 'chat of SillyTavern (JSONL)',
  kind: 'session',
  detect: value => Array.isArray(value) && isHead(value[0]),
  from: fromSillytavern
}

function isHead(value: unknown): boolean {
  return (
    isPlainObject(value) && 'user_name' in value && 'character_name' in value
  )
}
