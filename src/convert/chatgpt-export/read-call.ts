import type {ImportOptions} from '../import/import-options.ts'
import {toText} from '../import/to-text.ts'
import type {Part} from '../message.ts'
import {readArguments} from '../read-arguments.ts'
import type {Progress} from './progress.ts'
import {readCanvas} from './read-canvas.ts'
import {readContent} from './read-content.ts'
import type {ChatgptContent, ChatgptMessage} from './schema.ts'

/**
 * Read a message to a tool: a call, or the text that it puts in a canvas.
 *
 * Note: calls have no ids in an export, so each has the id of its message.
 */
export function readCall(
  {id, metadata}: ChatgptMessage,
  name: string,
  content: ChatgptContent,
  progress: Progress,
  options: Readonly<ImportOptions>
): Array<Part> {
  const said = readContent(content)
  const texts = said.flatMap(part => (part.type === 'text' ? [part.text] : []))
  const rest = said.filter(part => part.type !== 'text')
  const value = toText(content.text) || texts.join('\n')
  const canvas = options.hidden
    ? undefined
    : readCanvas(name, value, metadata ?? {}, progress)
  progress.call = {id, name, isCanvas: canvas !== undefined}
  if (canvas !== undefined) return [{type: 'text', text: canvas}, ...rest]
  const call = {name, id, ...readArguments(value)}
  return [{type: 'tool-call', ...call}, ...rest]
}
