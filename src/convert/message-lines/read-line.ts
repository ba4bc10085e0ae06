import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {readHidden} from '../import/read-hidden.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {openaiMessageKeys, readMessage} from '../openai/read-message.ts'
import type {MessageLine} from './schema.ts'

/** Keys of lines that are read. */
export const knownKeys: ReadonlySet<string> = new Set([
  ...openaiMessageKeys,
  'files',
  'hide',
  'message_id',
  'metadata',
  'timestamp'
])

/**
 * Read a line.
 *
 * @param names
 *   Names of tools by the ids of their calls.
 */
export function readLine(
  line: MessageLine,
  path: Loss['path'],
  names: Map<string, string>,
  options: Readonly<ImportOptions>
): Array<Step> {
  const {files, hide, message_id, metadata, timestamp, ...rest} = line
  // Note: other keys are a loss already, once for all lines.
  const own = openaiMessageKeys.map(key => [key, rest[key]])
  const said = readMessage(
    {...Object.fromEntries(own), role: line.role},
    path,
    names,
    options
  )
  const message = {
    ...said,
    parts: [...said.parts, ...(files ?? []).flatMap(readFile)],
    ...compact({
      id: message_id,
      time: toTime(timestamp, 's'),
      model: toText(metadata?.model) || undefined
    })
  }
  if (hide === true) return readHidden(message, path, 'the program', options)
  return message.parts.length > 0 ? [{message, path}] : []
}

function readFile(file: unknown): Array<Part> {
  return typeof file === 'string' && file !== ''
    ? [{type: 'file', url: file}]
    : []
}
