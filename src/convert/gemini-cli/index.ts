import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {toList} from '../import/to-list.ts'
import {geminiCliImporter} from './read-session.ts'

/**
 * Read a session of Gemini CLI: the object that older versions write, or the
 * lines of a log.
 *
 * @throws {TypeError}
 *   If the value is neither, or if the text of a message would vanish.
 */
export function fromGeminiCli(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, geminiCliImporter, options)
}

/** The session of Gemini CLI. */
export const geminiCli: Format = {
  id: 'gemini-cli',
  title: 'session of Gemini CLI (JSON or JSONL)',
  kind: 'session',
  detect: isGeminiCli,
  from: fromGeminiCli
}

function isGeminiCli(value: unknown): boolean {
  const [first] = isArray(value) ? value : [value]
  if (!isPlainObject(first)) return false
  // Note: a log that is one line of JSON is the object of older versions.
  return 'sessionId' in first && ('projectHash' in first || hasType(first))
}

function hasType({messages}: Record<string, unknown>): boolean {
  const [first] = toList(messages)
  return (
    isPlainObject(first) && (first.type === 'user' || first.type === 'gemini')
  )
}
