import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {claudeCodeImporter} from './read-session.ts'

/**
 * Read a session of Claude Code: the lines of its log.
 *
 * @throws {TypeError}
 *   If the value is no list, or if the text of a message would vanish.
 */
export function fromClaudeCode(
  lines: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(lines, claudeCodeImporter, options)
}

/** The log of Claude Code. */
export const claudeCode: Format = {
  id: 'claude-code',
  title: 'session of Claude Code (JSONL)',
  kind: 'session',
  detect: value => isArray(value) && value.some(isOwnLine),
  from: fromClaudeCode
}

function isOwnLine(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    (value.type === 'user' || value.type === 'assistant') &&
    isPlainObject(value.message) &&
    'content' in value.message &&
    ('uuid' in value || 'timestamp' in value)
  )
}
