import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {codexImporter} from './read-session.ts'

/**
 * Read a session of Codex: the lines of its log.
 *
 * @throws {TypeError}
 *   If the value is no list, or if the text of a message would vanish.
 */
export function fromCodex(
  lines: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(lines, codexImporter, options)
}

/** The log of Codex. */
export const codex: Format = {
  id: 'codex',
  title: 'session of Codex (JSONL)',
  kind: 'session',
  detect: value => isArray(value) && isOwnLine(value[0]),
  from: fromCodex
}

function isOwnLine(value: unknown): boolean {
  if (!isPlainObject(value)) return false
  if (isPlainObject(value.payload)) return 'type' in value
  return 'instructions' in value && 'id' in value
}
