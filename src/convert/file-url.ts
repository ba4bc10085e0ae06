import {toDataUrl} from './data-url.ts'
import type {FilePart} from './message.ts'

/**
 * The URL of a file that a provider can load: absolute, or with the content.
 *
 * A path, an identifier at a provider, or extracted text is none.
 */
export function toFileUrl({
  url,
  data,
  mediaType
}: FilePart): string | undefined {
  if (data !== undefined) {
    return toDataUrl({mediaType: mediaType ?? 'application/octet-stream', data})
  }
  return url !== undefined && isAbsolute(url) ? url : undefined
}

function isAbsolute(url: string): boolean {
  // Note: one letter before the colon is a drive.
  if (!/^[a-z][a-z\d+.-]+:/i.test(url)) return false
  try {
    return new URL(url).href !== ''
  } catch {
    return false
  }
}
