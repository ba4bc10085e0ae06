import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {readDataUrl} from '../data-url.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {FilePart} from '../message.ts'

/** Read the files of a message. */
export function readFiles(
  files: ReadonlyArray<unknown>,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<FilePart> {
  return files.flatMap((value, index) => {
    if (!isPlainObject(value)) return []
    const part = toFile(value)
    if (part.text === undefined && part.data === undefined) {
      const reason = `Cannot find \`${part.name ?? part.url ?? part.ref ?? ''}\`: the export does not hold it`
      lose(options, 'file-unresolved', [...path, 'files', index], reason)
    }
    return [part]
  })
}

function toFile(value: Record<string, unknown>): FilePart {
  const file = isPlainObject(value.file) ? value.file : {}
  const meta = isPlainObject(file.meta) ? file.meta : {}
  const data = isPlainObject(file.data) ? file.data : {}
  const url = toText(value.url)
  const inline = readDataUrl(url)
  return {
    type: 'file',
    ...compact({
      mediaType:
        inline?.mediaType ||
        toText(value.content_type) ||
        toText(meta.content_type) ||
        (value.type === 'image' ? 'image/*' : undefined),
      name: toText(value.name) || toText(file.filename) || undefined,
      data: inline?.data,
      url: inline || url === '' ? undefined : url,
      ref: toText(value.id) || toText(file.id) || undefined,
      text: toText(data.content) || undefined
    })
  }
}
