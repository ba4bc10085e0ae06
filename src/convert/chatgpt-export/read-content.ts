import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {writeCode} from '../import/write-code.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'
import {readPointer} from './read-pointer.ts'
import type {ChatgptContent} from './schema.ts'

/** How each type of content is read. */
const readers: ReadonlyMap<string, (content: ChatgptContent) => Array<Part>> =
  new Map([
    ['text', readList],
    ['multimodal_text', readList],
    ['code', readCode],
    ['execution_output', readCode],
    ['thoughts', readThoughts],
    ['reasoning_recap', readRecap],
    ['user_editable_context', readContext],
    ['model_editable_context', readContext]
  ])

/** Read the content of a message; nothing if it is empty. */
export function readContent(content: ChatgptContent): Array<Part> {
  const kind = content.content_type ?? 'text'
  const read = readers.get(kind)
  const parts = read?.(content) ?? []
  if (parts.length > 0) return parts
  const value = omit(content, ['content_type'])
  const known = read && !Object.values(value).some(isSaid)
  return known ? [] : [{type: 'other', kind, value}]
}

/** Whether a value is more than an empty text. */
function isSaid(value: unknown): boolean {
  if (isArray(value)) return value.some(isSaid)
  return isPlainObject(value) || toText(value).trim() !== ''
}

function readList(content: ChatgptContent): Array<Part> {
  return toList(content.parts).flatMap(part =>
    typeof part === 'string' ? toTexts(part) : readPointer(part)
  )
}

function toTexts(text: string): Array<Part> {
  return text.trim() === '' ? [] : [{type: 'text', text}]
}

/** Languages that are none. */
const noLanguages: ReadonlySet<string> = new Set(['unknown', 'null'])

function readCode(content: ChatgptContent): Array<Part> {
  const text = toText(content.text)
  const language = toText(content.language)
  if (text.trim() === '') return []
  return toTexts(writeCode(noLanguages.has(language) ? '' : language, text))
}

function readThoughts(content: ChatgptContent): Array<Part> {
  return toList(content.thoughts)
    .filter(isPlainObject)
    .map(thought => {
      const summary = toText(thought.summary).trim()
      const text = toText(thought.content)
      return summary === '' ? text : `**${summary}**\n\n${text}`
    })
    .filter(text => text.trim() !== '')
    .map(text => ({type: 'reasoning', text: text.trimEnd()}))
}

/** Read how long the model thought, in words of the language of the user. */
function readRecap(content: ChatgptContent): Array<Part> {
  const recap = toText(content.content)
  return recap === '' ? [] : [{type: 'reasoning', text: '', meta: {recap}}]
}

/** Read the instructions and the memory of a user. */
function readContext(content: ChatgptContent): Array<Part> {
  return Object.entries(content)
    .filter(([key]) => key !== 'content_type')
    .flatMap(([, value]) => toTexts(toText(value)))
}
