import {compact} from '../compact.ts'
import type {FilePart, Part} from '../message.ts'
import {omit} from '../omit.ts'
import {keepOwnPart} from '../own-part.ts'
import {readArguments} from '../read-arguments.ts'
import type {OtelInputFile, OtelInputPart} from './schema.ts'

/** Read a part; a result does not say which tool it is of. */
export function readPart(part: OtelInputPart): Part {
  switch (part.type) {
    case 'text':
    case 'refusal':
      return {type: part.type, text: part.content}
    case 'reasoning': {
      const meta = omit(part, ['type', 'content'])
      return {
        type: 'reasoning',
        text: part.content,
        ...(Object.keys(meta).length > 0 && {meta})
      }
    }
    case 'tool_call': {
      const {id, name, arguments: input = {}} = part
      return {
        type: 'tool-call',
        name,
        ...(id && {id}),
        ...(typeof input === 'string' ? readArguments(input) : {input})
      }
    }
    case 'tool_call_response': {
      const {id, response: output = null} = part
      return {type: 'tool-result', name: '', ...(id && {id}), output}
    }
    case 'foreign':
      return {type: 'other', kind: part.kind, value: part.value}
    case 'other':
      return keepOwnPart(part, 'otel')
    default:
      return readFile(part)
  }
}

function readFile({
  mime_type: mediaType,
  filename: name,
  content: data,
  uri: url,
  file_id: ref
}: OtelInputFile): FilePart {
  return {type: 'file', ...compact({mediaType, name, url, data, ref})}
}
