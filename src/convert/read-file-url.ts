import {readDataUrl} from './data-url.ts'
import type {FilePart} from './message.ts'
import {toMediaType} from './parts/media-type.ts'

/**
 * Read a URL as a file: its content, if it is a data URL.
 *
 * @param type
 *   Media type as far as the format says it, such as `image/*`: the one that a URL
 *   ends in says more, if it agrees.
 */
export function readFileUrl(url: string, type?: string): FilePart {
  const own = readDataUrl(url)
  if (own) return {type: 'file', ...own}
  const guess = toMediaType(url)
  const agrees = !type || guess?.startsWith(type.slice(0, -1))
  const mediaType = agrees ? guess : type
  return {type: 'file', ...(mediaType && {mediaType}), url}
}
