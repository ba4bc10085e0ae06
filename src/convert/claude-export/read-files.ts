import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {FilePart} from '../message.ts'
import type {ClaudeMessage} from './schema.ts'

/** Read the files of a message: some as text, of others only the name. */
export function readFiles(
  {attachments, files}: ClaudeMessage,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<FilePart> {
  return [
    ...(attachments ?? []).filter(isPlainObject).map((file, index) => {
      const part = toAttachment(file)
      if (part.text === undefined) {
        const reason = `Cannot find the text of ${nameFile(part)}: the export does not hold it`
        const place = [...path, 'attachments', index]
        lose(options, 'attachment-without-text', place, reason)
      }
      return part
    }),
    ...(files ?? []).filter(isPlainObject).map((file, index) => {
      const part = toFile(file)
      const reason = `Cannot find ${nameFile(part)}: the export names it and does not hold it`
      lose(options, 'file-unresolved', [...path, 'files', index], reason)
      return part
    })
  ]
}

function nameFile({name}: FilePart): string {
  return name === undefined ? 'a file' : `\`${name}\``
}

function toAttachment(file: Record<string, unknown>): FilePart {
  return {
    type: 'file',
    ...compact({
      name: toText(file.file_name) || undefined,
      mediaType: toMediaType(toText(file.file_type)),
      text: toText(file.extracted_content) || undefined
    })
  }
}

function toFile(file: Record<string, unknown>): FilePart {
  return {
    type: 'file',
    ...compact({
      name: toText(file.file_name) || undefined,
      ref: toText(file.file_uuid) || toText(file.uuid) || undefined
    })
  }
}

/** Note: the export has media types, and endings such as `txt`. */
function toMediaType(value: string): string | undefined {
  return value.includes('/') ? value : undefined
}
