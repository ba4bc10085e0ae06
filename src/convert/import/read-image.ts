import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {Part} from '../message.ts'
import {toText} from './to-text.ts'

/** Read an image: its content, or its address. */
export function readImage(block: Record<string, unknown>): Array<Part> {
  const source = isPlainObject(block.source) ? block.source : {}
  return [
    {
      type: 'file',
      ...compact({
        mediaType: toText(source.media_type) || 'image/*',
        data: toText(source.data) || undefined,
        url: toText(source.url) || undefined,
        ref: toText(source.file_id) || toText(block.file_uuid) || undefined
      })
    }
  ]
}
