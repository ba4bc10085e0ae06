import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import type {FilePart, Part} from '../message.ts'

/**
 * Add the files that a message came with; an image among its parts is one of
 * them, and gets the name that it was sent with.
 */
export function addAttachments(
  parts: ReadonlyArray<Part>,
  metadata: Record<string, unknown>
): Array<Part> {
  const files = new Map<number | string, FilePart>(
    toList(metadata.attachments)
      .filter(isPlainObject)
      .map((file, index) => [toText(file.id) || index, toFile(file)])
  )
  const named = parts.map(part => {
    if (part.type !== 'file' || part.ref === undefined) return part
    const id = part.ref.slice(part.ref.lastIndexOf('/') + 1)
    const file = files.get(id)
    files.delete(id)
    return file ? {...part, ...file, ref: part.ref} : part
  })
  return [...named, ...files.values()]
}

function toFile(file: Record<string, unknown>): FilePart {
  return {
    type: 'file',
    ...compact({
      ref: toText(file.id) || undefined,
      name: toText(file.name) || undefined,
      mediaType: toText(file.mime_type) || toText(file.mimeType) || undefined
    })
  }
}
