import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {piImporter} from './read-session.ts'

/**
 * Read a session of the coding agent pi: the lines of its file.
 *
 * @throws {TypeError}
 *   If the value is no list, or if the text of a message would vanish.
 */
export function fromPi(
  lines: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(lines, piImporter, options)
}

/** The session of pi. */
export const pi: Format = {
  id: 'pi',
  title: 'session of pi (JSONL)',
  kind: 'session',
  detect: value => isArray(value) && isHead(value[0]),
  from: fromPi
}

function isHead(value: unknown): boolean {
  return isPlainObject(value) && value.type === 'session' && 'cwd' in value
}
