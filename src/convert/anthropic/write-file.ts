import type {FilePart} from '../message.ts'
import {toFileType} from '../to-file-type.ts'
import type {
  AnthropicDocumentBlock,
  AnthropicImageBlock,
  AnthropicImageType,
  AnthropicReference
} from './types.ts'

const imageTypes: ReadonlyArray<string> = [
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp'
] satisfies Array<AnthropicImageType>

/** Write a file; one that Anthropic does not take is `undefined`. */
export function writeFile(
  part: FilePart
): AnthropicDocumentBlock | AnthropicImageBlock | undefined {
  const mediaType = toFileType(part)
  if (mediaType.startsWith('image/')) {
    const source = toImageSource(mediaType, part)
    return source && {type: 'image', source}
  }
  const source = toDocumentSource(mediaType, part)
  const {name} = part
  return (
    source && {
      type: 'document',
      source,
      ...(name !== undefined && {title: name})
    }
  )
}

function toImageSource(
  mediaType: string,
  {data, ref, url}: FilePart
): AnthropicImageBlock['source'] | undefined {
  if (data !== undefined) {
    return isImageType(mediaType)
      ? {type: 'base64', media_type: mediaType, data}
      : undefined
  }
  return toReference(ref, url)
}

function isImageType(mediaType: string): mediaType is AnthropicImageType {
  return imageTypes.includes(mediaType)
}

function toDocumentSource(
  mediaType: string,
  {data, ref, text, url}: FilePart
): AnthropicDocumentBlock['source'] | undefined {
  if (text !== undefined) {
    return {type: 'text', media_type: 'text/plain', data: text}
  }
  const isPdf = mediaType === 'application/pdf'
  if (data !== undefined) {
    return isPdf ? {type: 'base64', media_type: mediaType, data} : undefined
  }
  return toReference(ref, isPdf ? url : undefined)
}

function toReference(
  ref: string | undefined,
  url: string | undefined
): AnthropicReference | undefined {
  if (ref !== undefined) return {type: 'file', file_id: ref}
  return url !== undefined && /^https?:/i.test(url)
    ? {type: 'url', url}
    : undefined
}
