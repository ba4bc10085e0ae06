import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart} from '../message.ts'
import type {GeminiPart} from './types.ts'

/** Addresses that Gemini reads, whatever the model. */
const ownUrls =
  /^(?:gs:\/\/|https:\/\/(?:generativelanguage\.googleapis\.com|www\.youtube\.com|youtu\.be)\/)/

/** Write a file; one whose type or address is not known is `undefined`. */
export function writeFile(
  {mediaType, name, data, url}: FilePart,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): GeminiPart | undefined {
  if (!mediaType || mediaType.endsWith('/*')) return undefined
  if (data === undefined && !(url && /^(?:gs|https?):/i.test(url))) {
    return undefined
  }
  if (name !== undefined) {
    const reason = 'Cannot keep the name of a file: Gemini has no place for it'
    lose(options, 'name-dropped', [...path, 'name'], reason)
  }
  if (data !== undefined) return {inlineData: {mimeType: mediaType, data}}
  if (!ownUrls.test(url ?? '')) {
    const reason =
      'Cannot send a file from any address to each model: older ones refuse it'
    lose(options, 'model-dependent', [...path, 'url'], reason)
  }
  return {fileData: {mimeType: mediaType, fileUri: url ?? ''}}
}
