import {compact} from '../compact.ts'
import {dropRest} from '../drop-rest.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part} from '../message.ts'
import {keepOwnPart} from '../own-part.ts'
import {readFileUrl} from '../read-file-url.ts'
import type {AnthropicInputBlock, AnthropicInputSource} from './schema.ts'

/** Read an image or a document; one of a kind that we do not know stays whole. */
export function readFile(
  block: Extract<AnthropicInputBlock, {type: 'document' | 'image'}>,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): Part {
  const type = block.type === 'image' ? 'image/*' : 'application/pdf'
  const file = readSource(block.source, type)
  if (!file) {
    const other = {type: 'other', kind: block.type, value: block} as const
    return keepOwnPart(other, 'anthropic')
  }
  const {title} = block
  const isDocument = block.type === 'document'
  const known = ['type', 'source', ...(isDocument ? ['title'] : [])]
  dropRest(block, known, path, options)
  return {...file, ...(typeof title === 'string' && {name: title})}
}

function readSource(
  {type, media_type, data, url, file_id}: AnthropicInputSource,
  mediaType: string
): FilePart | undefined {
  if (type === 'url' && url) {
    return mediaType === 'image/*'
      ? readFileUrl(url, mediaType)
      : {type: 'file', mediaType, url}
  }
  if (type === 'file' && file_id) {
    return {type: 'file', mediaType, ref: file_id}
  }
  if (type === 'text' && typeof data === 'string') {
    return {type: 'file', mediaType: 'text/plain', text: data}
  }
  return type === 'base64'
    ? {type: 'file', ...compact({mediaType: media_type, data})}
    : undefined
}
