import type {FilePart} from './message.ts'

/** Find the media type of a file: a link that says no more is an image. */
export function toFileType({mediaType, data, url}: FilePart): string {
  if (mediaType !== undefined) return mediaType
  return data === undefined && url !== undefined ? 'image/*' : ''
}
