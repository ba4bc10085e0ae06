import {toDataUrl} from '../data-url.ts'
import {toFileUrl} from '../file-url.ts'
import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part} from '../message.ts'
import {findOwnPart} from '../own-part.ts'
import {toFileType} from '../to-file-type.ts'
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

/** Write a part of a message of a user, which is no text. */
export function writeUserPart(
  part: Part,
  path: Path,
  options: Readonly<LossOptions>
): OpenaiUserPart | string | undefined {
  if (part.type === 'file') {
    const file = writeMedia(part) ?? writeFile(part)
    if (file) loseName(part, file, path, options)
    return file ?? writeFileText(part, path, format, options)
  }
  // A cast, since it is a part of OpenAI that we do not know.
  const own = findOwnPart(part, 'openai') as OpenaiUserPart | undefined
  return own ?? losePart(part, path, format, options)
}

/** Write an image or a sound. */
function writeMedia(part: FilePart): OpenaiUserPart | undefined {
  const {data} = part
  const mediaType = toFileType(part)
  const url = toFileUrl(part)
  const format = soundFormats.get(mediaType)
  if (format && data !== undefined) {
    return {type: 'input_audio', input_audio: {data, format}}
  }
  return url !== undefined && mediaType.startsWith('image/')
    ? {type: 'image_url', image_url: {url}}
    : undefined
}

function writeFile(part: FilePart): OpenaiUserPart | undefined {
  const {data, name, ref} = part
  const filename = name !== undefined && {filename: name}
  if (ref !== undefined)
    return {type: 'file', file: {file_id: ref, ...filename}}
  if (data === undefined) return undefined
  const {mediaType = 'application/octet-stream'} = part
  const file_data = toDataUrl({mediaType, data})
  return {type: 'file', file: {file_data, ...filename}}
}

function loseName(
  {name}: FilePart,
  {type}: OpenaiUserPart,
  path: Path,
  options: Readonly<LossOptions>
): void {
  if (name === undefined || type === 'file') return
  const reason = `Cannot keep the name of an image or a sound: ${format} has no place for it`
  lose(options, 'name-dropped', [...path, 'name'], reason)
}
