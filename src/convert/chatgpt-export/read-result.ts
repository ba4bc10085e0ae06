import type {ImportOptions} from '../import/import-options.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'
import type {Call, Progress} from './progress.ts'
import {readContent} from './read-content.ts'
import type {ChatgptContent, ChatgptMessage} from './schema.ts'

/** Read a message of a tool: a result, and the files that came with it. */
export function readResult(
  {author}: ChatgptMessage,
  content: ChatgptContent,
  path: Loss['path'],
  {call}: Progress,
  options: Readonly<ImportOptions>
): Array<Part> {
  const name = author.name ?? ''
  const answered = call && isOf(call, name) ? call : undefined
  const said = readContent(content)
  if (answered?.isCanvas) {
    if (said.length > 0) {
      const reason =
        'Cannot see an answer of the canvas to its model: `hidden: true` keeps it, and its call in place of the text'
      lose(options, 'hidden-dropped', path, reason)
    }
    return []
  }
  const files = said.filter(part => part.type === 'file')
  if (said.length === 0 && !answered) return []
  return [
    {
      type: 'tool-result',
      name: answered?.name ?? name,
      ...(answered && {id: answered.id}),
      output: readOutput(content, said),
      ...(content.content_type === 'system_error' && {error: true})
    },
    ...files
  ]
}

/** Whether a tool answers a call: `web` answers `web.run`. */
function isOf(call: Call, name: string): boolean {
  return call.name === name || call.name.split('.')[0] === name.split('.')[0]
}

function readOutput(
  content: ChatgptContent,
  said: ReadonlyArray<Part>
): unknown {
  switch (content.content_type) {
    case 'execution_output':
      return toText(content.text)
    case 'tether_browsing_display':
      if (!content.summary) return toText(content.result)
      return omit(content, ['content_type'])
    case 'text':
    case 'multimodal_text': {
      const rest = said.filter(({type}) => type !== 'file' && type !== 'text')
      if (rest.length > 0) return said.filter(({type}) => type !== 'file')
      return said
        .flatMap(part => (part.type === 'text' ? [part.text] : []))
        .join('\n')
    }
    default:
      return omit(content, ['content_type'])
  }
}
