import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import type {FilePart, Part} from '../message.ts'
import {omit} from '../omit.ts'

/** Read a part that is no string: an image, a sound, a video, or words. */
export function readPointer(value: unknown): Array<Part> {
  if (!isPlainObject(value)) return []
  const kind = toText(value.content_type)
  switch (kind) {
    case 'audio_transcription': {
      const text = toText(value.text)
      return text.trim() === '' ? [] : [{type: 'text', text}]
    }
    case 'audio_asset_pointer':
      return [toFile(value, 'audio/*')]
    case 'image_asset_pointer':
      return [toFile(value, 'image/*')]
    case 'video_container_asset_pointer':
      return [toFile(value, 'video/*')]
    case 'real_time_user_audio_video_asset_pointer':
      return readRecording(value)
    default:
      return [{type: 'other', kind, value: omit(value, ['content_type'])}]
  }
}

function toFile(value: Record<string, unknown>, mediaType: string): FilePart {
  return {
    type: 'file',
    mediaType,
    ...compact({
      ref: toText(value.asset_pointer) || undefined,
      name: readPrompt(value.metadata)
    })
  }
}

/** Read the words that an image was made from. */
function readPrompt(metadata: unknown): string | undefined {
  if (!isPlainObject(metadata) || !isPlainObject(metadata.dalle))
    return undefined
  return toText(metadata.dalle.prompt) || undefined
}

/** Read a recording: its sound, its images, its video. */
function readRecording(value: Record<string, unknown>): Array<Part> {
  const all: Array<[unknown, string]> = [
    [value.audio_asset_pointer, 'audio/*'],
    ...toList(value.frames_asset_pointers).map<[unknown, string]>(frame => [
      frame,
      'image/*'
    ]),
    [value.video_container_asset_pointer, 'video/*']
  ]
  return all.flatMap(([pointer, mediaType]) => {
    if (isPlainObject(pointer)) return [toFile(pointer, mediaType)]
    const ref = toText(pointer)
    return ref === '' ? [] : [toFile({asset_pointer: ref}, mediaType)]
  })
}
