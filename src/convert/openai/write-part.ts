import {toFileUrl} from '../file-url.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part} from '../message.ts'
import {findOwnPart} from '../own-part.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'
import type {OpenaiUserPart} from './types.ts'

type Path = ReadonlyArray<number | string>

/** Formats of sounds by media type. */
const soundFormats = new Map<string, 'mp3' | 'wav'>([
  ['audio/mp3', 'mp3'],
  ['audio/mpeg', 'mp3'],
  ['audio/wav', 'wav'],
  ['audio/x-wav', 'wav']
])

/** Write a part of what a user says, which is no text. */
export function writeUserPart(
  part: Part,
  path: Path,
  options: Readonly<LossOptions>
): OpenaiUserPart | string | undefined {
  if (part.type === 'file') {
    return writeFile(part) ?? writeFileText(part, path, format, options)
  }
  // A cast, since it is a part of OpenAI that we do not know.
  const own = findOwnPart(part, 'openai') as OpenaiUserPart | undefined
  return own ?? losePart(part, path, format, options)
}

function writeFile(part: FilePart): OpenaiUserPart | undefined {
  const {data, mediaType = 'image/*', name, ref} = part
  const url = toFileUrl(part)
  const sound = soundFormats.get(mediaType)
  if (sound && data !== undefined) {
    return {type: 'input_audio', input_audio: {data, format: sound}}
  }
  if (url !== undefined && mediaType.startsWith('image/')) {
    return {type: 'image_url', image_url: {url}}
  }
  const filename = name !== undefined && {filename: name}
  if (ref !== undefined)
    return {type: 'file', file: {file_id: ref, ...filename}}
  if (data === undefined || url === undefined) return undefined
  return {type: 'file', file: {file_data: url, ...filename}}
}
