import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {appendLinks} from '../import/append-links.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Step} from '../import/step.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {readDetails} from './read-details.ts'
import {readFiles} from './read-files.ts'
import {readOutput} from './read-output.ts'
import type {OpenWebuiMessage} from './schema.ts'

/** Read a message. */
export function readMessage(
  message: OpenWebuiMessage,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const {id, model, role, timestamp} = message
  const parts = [
    ...readFiles(message.files ?? [], path, options),
    ...addSources(readSaid(message), message.sources ?? []),
    ...readError(message.error)
  ]
  if (parts.length === 0) return []
  const about = compact({
    id,
    model: role === 'assistant' ? model || undefined : undefined,
    time: toTime(timestamp, 's')
  })
  return [{message: {role, parts, ...about}, path}]
}

/** Read the content: from the items of the answer, or else from its text. */
function readSaid({content, output, role}: OpenWebuiMessage): Array<Part> {
  const items = readOutput(output ?? [])
  if (items.length > 0) return items
  const text = toText(content)
  if (role === 'assistant') return readDetails(text)
  if (text.trim() !== '') return [{type: 'text', text}]
  return Array.isArray(content) ? content.flatMap(readContentPart) : []
}

function readContentPart(part: unknown): Array<Part> {
  if (!isPlainObject(part)) return []
  const text = toText(part.text)
  if (text.trim() !== '') return [{type: 'text', text}]
  const image = isPlainObject(part.image_url) ? toText(part.image_url.url) : ''
  if (image !== '') return [{type: 'file', mediaType: 'image/*', url: image}]
  return [{type: 'other', kind: toText(part.type), value: part}]
}

/** Put links to the pages that were read after the text. */
function addSources(
  parts: Array<Part>,
  sources: ReadonlyArray<unknown>
): Array<Part> {
  const links = sources.flatMap(listPages)
  const last = parts[parts.length - 1]
  if (links.length === 0) return parts
  if (last?.type !== 'text') {
    return [...parts, {type: 'text', text: appendLinks('', links).trimStart()}]
  }
  return [...parts.slice(0, -1), {...last, text: appendLinks(last.text, links)}]
}

function listPages(value: unknown): Array<{title: string; url: string}> {
  if (!isPlainObject(value)) return []
  const source = isPlainObject(value.source) ? value.source : {}
  const pages = [
    {title: toText(source.name), url: toText(source.url)},
    ...toList(value.metadata)
      .filter(isPlainObject)
      .map(page => ({title: toText(page.title), url: toText(page.source)}))
  ]
  return pages.filter(({url}) => /^https?:/i.test(url))
}

function readError(error: unknown): Array<Part> {
  if (!isPlainObject(error)) return []
  return [{type: 'other', kind: 'error', value: error}]
}
