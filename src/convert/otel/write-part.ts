import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {dropRest} from '../drop-rest.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, OtherPart, Part, ToolResultPart} from '../message.ts'
import {omit} from '../omit.ts'
import {findOwnPart} from '../own-part.ts'
import {writeBareFile} from '../write-bare-file.ts'
import {name as format} from './name.ts'
import type {OtelPart} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>

/** Write a part; it may have more keys than the conventions name. */
export function writePart(
  part: Part,
  path: Path,
  options: Options
): OtelPart | undefined {
  switch (part.type) {
    case 'text':
    case 'refusal':
      return {type: part.type, content: part.text}
    case 'reasoning': {
      const {text, meta = {}} = part
      const taken = ['type', 'content']
      dropRest(meta, Object.keys(omit(meta, taken)), [...path, 'meta'], options)
      return {...omit(meta, taken), type: 'reasoning', content: text}
    }
    case 'tool-call': {
      const {id = '', name, input, raw, meta = {}} = part
      dropRest(meta, [], [...path, 'meta'], options)
      return {type: 'tool_call', id, name, arguments: raw ?? input}
    }
    case 'tool-result':
      return writeResult(part, path, options)
    case 'file':
      return writeFile(part, path, options)
    case 'other':
      return writeOther(part)
  }
}

function writeResult(
  {id = '', output, error}: ToolResultPart,
  path: Path,
  options: Options
): OtelPart {
  if (error) {
    const reason = `Cannot keep that a call failed: ${format} has the output alone`
    lose(options, 'extra-dropped', [...path, 'error'], reason)
  }
  return {type: 'tool_call_response', id, response: output}
}

function writeFile(
  part: FilePart,
  path: Path,
  options: Options
): OtelPart | undefined {
  const {mediaType, name, url, data, ref} = part
  const own = {
    modality: toModality(mediaType),
    ...compact({mime_type: mediaType, filename: name})
  }
  if (data !== undefined) return {type: 'blob', ...own, content: data}
  if (url !== undefined) return {type: 'uri', ...own, uri: url}
  if (ref !== undefined) return {type: 'file', ...own, file_id: ref}
  const content = writeBareFile(part, path, format, options)
  return content === undefined ? undefined : {type: 'text', content}
}

function toModality(mediaType: string | undefined): string {
  const [kind = ''] = (mediaType ?? '').split('/')
  return ['audio', 'image', 'video'].includes(kind) ? kind : 'document'
}

/** Write a part that only these attributes have, or one of another format. */
function writeOther(part: OtherPart): OtelPart {
  const own = findOwnPart(part, 'otel')
  if (isPlainObject(own) && typeof own.type === 'string') {
    return {...own, type: own.type}
  }
  const {kind, value} = part
  return {type: 'other', kind, value}
}
