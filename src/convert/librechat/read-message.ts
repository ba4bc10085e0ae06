import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {FilePart, Part} from '../message.ts'
import {readPart} from './read-part.ts'
import type {LibrechatMessage} from './schema.ts'

/** Read a message: its files, and its parts or else its text. */
export function readMessage(
  message: LibrechatMessage,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const {content, createdAt, files, messageId, model, sender, text} = message
  const said = (content ?? []).flatMap(readPart)
  const parts = [
    ...readFiles(files ?? [], path, options),
    ...said,
    ...(said.length === 0 ? toTexts(toText(text)) : [])
  ]
  if (parts.length === 0) return []
  const isUser = message.isCreatedByUser ?? sender?.toLowerCase() === 'user'
  const about = compact({
    id: messageId,
    time: toTime(createdAt, 's'),
    model: isUser ? undefined : model || undefined,
    // Note: of a user it says just that.
    name: isUser ? undefined : sender || undefined
  })
  const role = isUser ? 'user' : 'assistant'
  return [{message: {role, parts, ...about}, path}]
}

function toTexts(text: string): Array<Part> {
  return text.trim() === '' ? [] : [{type: 'text', text}]
}

function readFiles(
  files: ReadonlyArray<unknown>,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<FilePart> {
  return files.filter(isPlainObject).map((file, index) => {
    const name = toText(file.filename)
    const text = toText(file.text)
    if (text === '') {
      const reason = `Cannot find \`${name}\`: the export names it and does not hold it`
      lose(options, 'file-unresolved', [...path, 'files', index], reason)
    }
    return {
      type: 'file',
      ...compact({
        name: name || undefined,
        mediaType: toText(file.type) || undefined,
        ref: toText(file.file_id) || undefined,
        text: text || undefined
      })
    }
  })
}
