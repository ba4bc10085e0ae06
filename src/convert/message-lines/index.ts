import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {messageLinesImporter} from './read-session.ts'

/**
 * Read a session that has a message of Chat Completions on each line, as gptme
 * and Mistral Vibe keep theirs.
 *
 * @throws {TypeError}
 *   If the value is no list of messages, or if the text of one would vanish.
 */
export function fromMessageLines(
  lines: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(lines, messageLinesImporter, options)
}

/** Messages on lines. */
export const messageLines: Format = {
  id: 'message-lines',
  title: 'messages on lines, as gptme and Mistral Vibe have (JSONL)',
  kind: 'session',
  detect: value => isArray(value) && value.length > 0 && value.every(isMessage),
  from: fromMessageLines
}

function isMessage(value: unknown): boolean {
  if (!isPlainObject(value) || 'type' in value) return false
  const {content, role} = value
  if (typeof role !== 'string') return false
  if (isArray(content)) return content.every(isPart)
  return typeof content === 'string' || isArray(value.tool_calls)
}

/** Whether a part is of a type that few other formats have. */
function isPart(part: unknown): boolean {
  return (
    isPlainObject(part) &&
    (typeof part.text === 'string' || isPlainObject(part.image_url))
  )
}
