import {compact} from '../compact.ts'
import {readDataUrl} from '../data-url.ts'
import {dropRest} from '../drop-rest.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part} from '../message.ts'
import {keepOwnPart} from '../own-part.ts'
import {readFileUrl} from '../read-file-url.ts'
import type {ResponsesReadPart} from './schema.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions> | null | undefined
type ReadPart<T extends string> = Extract<ResponsesReadPart, {type: T}>

/** Read the content of a message. */
export function readContent(
  content: Array<ResponsesReadPart> | string,
  path: Path,
  options: Options
): Array<Part> {
  if (content === '') return []
  if (typeof content === 'string') return [{type: 'text', text: content}]
  return content.map((part, index) => readPart(part, [...path, index], options))
}

function readPart(part: ResponsesReadPart, path: Path, options: Options): Part {
  switch (part.type) {
    case 'input_text':
      dropRest(part, ['type', 'text'], path, options)
      return {type: 'text', text: part.text}
    case 'output_text':
      return readOutput(part, path, options)
    case 'refusal':
      dropRest(part, ['type', 'refusal'], path, options)
      return {type: 'refusal', text: part.refusal}
    case 'input_image':
      return readImage(part, path, options)
    case 'input_file':
      return readFile(part, path, options)
    default:
      return keepOwnPart(part, 'openai-responses')
  }
}

function readOutput(
  {type: _, text, annotations, ...rest}: ReadPart<'output_text'>,
  path: Path,
  options: Options
): Part {
  dropRest(rest, [], path, options)
  if (annotations && annotations.length > 0) {
    const reason = 'Cannot keep the annotations of a text: a chat has none'
    const place = [...path, 'annotations']
    lose(options, 'citation-unresolved', place, reason)
  }
  return {type: 'text', text}
}

function readImage(
  {type: _, detail, image_url, file_id, ...rest}: ReadPart<'input_image'>,
  path: Path,
  options: Options
): Part {
  const said = detail === 'auto' ? {} : {detail}
  dropRest({...rest, ...said}, [], path, options)
  return image_url == null
    ? {type: 'file', mediaType: 'image/*', ...compact({ref: file_id})}
    : readFileUrl(image_url, 'image/*')
}

function readFile(
  part: ReadPart<'input_file'>,
  path: Path,
  options: Options
): Part {
  const {type: _, file_data, file_id, file_url, filename, ...rest} = part
  dropRest(rest, [], path, options)
  const name = compact({name: filename})
  if (file_data != null) {
    const data = readDataUrl(file_data) ?? {data: file_data}
    return {type: 'file', ...data, ...name}
  }
  const url =
    file_url == null
      ? compact({ref: file_id})
      : readFileUrl(file_url, 'application/pdf')
  return {...url, type: 'file', ...name}
}
