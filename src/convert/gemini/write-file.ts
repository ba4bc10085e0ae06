import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart} from '../message.ts'
import type {GeminiPart} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>

/** Addresses that Gemini reads, whatever the model. */
const ownUrls =
  /^(?:gs:\/\/|https:\/\/(?:generativelanguage\.googleapis\.com|www\.youtube\.com|youtu\.be)\/)/

/** Write a file; one whose type or address is not known is `undefined`. */
export function writeFile(
  {mediaType, name, data, url}: FilePart,
  path: Path,
  options: Options
): GeminiPart | undefined {
  if (!mediaType || mediaType.endsWith('/*')) return undefined
  if (data !== undefined) {
    loseName(name, path, options)
    return {inlineData: {mimeType: mediaType, data}}
  }
  if (url === undefined || !/^(?:gs|https?):/i.test(url)) return undefined
  loseName(name, path, options)
  if (!ownUrls.test(url)) {
    const reason =
      'Cannot send a file from any address to each model: older ones refuse it'
    lose(options, 'model-dependent', [...path, 'url'], reason)
  }
  return {fileData: {mimeType: mediaType, fileUri: url}}
}

function loseName(
  name: string | undefined,
  path: Path,
  options: Options
): void {
  if (name === undefined) return
  const reason = 'Cannot keep the name of a file: Gemini has no place for it'
  lose(options, 'name-dropped', [...path, 'name'], reason)
}
