import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {fromHtml} from './from-html.ts'
import type {GeminiTakeoutEntry} from './schema.ts'

/** How titles of questions start, where the language is English. */
const prefix = 'Prompted '

/** Read an entry: a question and its answer. */
export function readEntry(
  entry: GeminiTakeoutEntry,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const title = toText(entry.title)
  const answer = readAnswer(entry, path, options)
  if (answer.length === 0 && !title.startsWith(prefix)) {
    const reason = `Cannot keep \`${title}\`: it is no question, and has no answer`
    lose(options, 'unknown-part', path, reason)
    return []
  }
  const text = title.startsWith(prefix) ? title.slice(prefix.length) : title
  const question: Array<Part> = [
    ...readFiles(entry, path, options),
    ...(text.trim() === '' ? [] : [{type: 'text' as const, text}])
  ]
  const about = compact({time: toTime(entry.time, 's')})
  return [
    {message: {role: 'user', parts: question, ...about}, path},
    {message: {role: 'assistant', parts: answer}, path, ends: true}
  ].filter(({message}) => message.parts.length > 0)
}

/** Read the answer, which is HTML; some programs have it as text. */
function readAnswer(
  entry: GeminiTakeoutEntry,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Part> {
  const html = (entry.safeHtmlItem ?? []).map(({html}) => html ?? '').join('\n')
  const text = toText(entry.description)
  if (html.trim() === '') {
    return text.trim() === '' ? [] : [{type: 'text', text}]
  }
  const markdown = fromHtml(html)
  const reason =
    markdown === undefined
      ? 'Cannot turn an answer into Markdown: its HTML nests too deep, so it is kept as it is'
      : 'Cannot keep an answer as it was written: the export has HTML in place of Markdown'
  lose(options, 'html-converted', [...path, 'safeHtmlItem'], reason)
  const value = markdown ?? html
  return value.trim() === '' ? [] : [{type: 'text', text: value}]
}

function readFiles(
  {attachedFiles, imageFile}: GeminiTakeoutEntry,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Part> {
  return [...(attachedFiles ?? []), imageFile].flatMap(file => {
    const name = toText(file) || (isPlainObject(file) ? toText(file.name) : '')
    if (name === '') return []
    const reason = `Cannot find \`${name}\`: it is a file of the export beside this one`
    lose(options, 'file-unresolved', path, reason)
    return [{type: 'file', name, url: name}]
  })
}
