import {compact} from '../compact.ts'
import {readDataUrl} from '../data-url.ts'
import {dropRest} from '../drop-rest.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part} from '../message.ts'
import {keepOwnPart} from '../own-part.ts'
import {readFileUrl} from '../read-file-url.ts'
import type {OpenaiInputPart} from './schema.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions> | null | undefined

/** Read a part of a message. */
export function readPart(
  part: OpenaiInputPart,
  path: Path,
  options: Options
): Part {
  switch (part.type) {
    case 'text':
      dropRest(part, ['type', 'text'], path, options)
      return {type: 'text', text: part.text}
    case 'refusal':
      dropRest(part, ['type', 'refusal'], path, options)
      return {type: 'refusal', text: part.refusal}
    case 'other':
      return keepOwnPart(part, 'openai')
    default:
      dropRest(part, ['type', part.type], path, options)
      return readFile(part, [...path, part.type], options)
  }
}

function readFile(
  part: Extract<OpenaiInputPart, {type: 'file' | 'image_url' | 'input_audio'}>,
  path: Path,
  options: Options
): FilePart {
  switch (part.type) {
    case 'image_url':
      dropRest(part.image_url, ['url'], path, options)
      return readFileUrl(part.image_url.url, 'image/*')
    case 'input_audio': {
      const {data, format} = part.input_audio
      dropRest(part.input_audio, ['data', 'format'], path, options)
      const mediaType = format === 'mp3' ? 'audio/mpeg' : `audio/${format}`
      return {type: 'file', mediaType, data}
    }
    case 'file': {
      const {file_data, file_id, filename} = part.file
      const known = ['file_data', 'file_id', 'filename']
      dropRest(part.file, known, path, options)
      const data = file_data ?? undefined
      return {
        type: 'file',
        ...(data !== undefined && (readDataUrl(data) ?? {data})),
        ...compact({ref: file_id, name: filename})
      }
    }
  }
}
