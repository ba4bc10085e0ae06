import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {grokBuildImporter} from './read-session.ts'

/**
 * Read a session of Grok Build: the lines of its history.
 *
 * @throws {TypeError}
 *   If the value is no list, or if the text of a message would vanish.
 */
export function fromGrokBuild(
  lines: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(lines, grokBuildImporter, options)
}

/** The history of Grok Build. */
export const grokBuild: Format = {
  id: 'grok-build',
  title: 'session of Grok Build (JSONL)',
  kind: 'session',
  detect: value => isArray(value) && isMessage(value[0]),
  from: fromGrokBuild
}

/** Note: logs of Claude Code have these types too, with a `message`. */
function isMessage(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    (value.type === 'system' || value.type === 'user') &&
    'content' in value &&
    !('uuid' in value) &&
    !('message' in value)
  )
}
