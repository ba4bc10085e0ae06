import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {Part} from '../message.ts'
import {toText} from './to-text.ts'

/** Read a part, as Gemini's API has it, or a text. */
export function readGeminiPart(part: unknown): Array<Part> {
  if (typeof part === 'string') return toTexts(part)
  if (!isPlainObject(part)) return []
  if (typeof part.text === 'string') {
    if (part.thought !== true) return toTexts(part.text)
    return part.text === '' ? [] : [{type: 'reasoning', text: part.text}]
  }
  const [kind = ''] = Object.keys(part).filter(key => isPlainObject(part[key]))
  const value = part[kind]
  if (!isPlainObject(value)) return []
  switch (kind) {
    case 'functionCall':
      return [{type: 'tool-call', ...toAbout(value), input: value.args ?? null}]
    case 'functionResponse':
      return [
        {type: 'tool-result', ...toAbout(value), output: value.response ?? ''}
      ]
    case 'fileData':
    case 'inlineData':
      return [toFile(value)]
    default:
      return [{type: 'other', kind, value}]
  }
}

function toTexts(text: string): Array<Part> {
  return text.trim() === '' ? [] : [{type: 'text', text}]
}

function toAbout(value: Record<string, unknown>): {name: string; id?: string} {
  const id = toText(value.id) || undefined
  return {name: toText(value.name), ...compact({id})}
}

function toFile(value: Record<string, unknown>): Part {
  return {
    type: 'file',
    ...compact({
      mediaType: toText(value.mimeType) || undefined,
      name: toText(value.displayName) || undefined,
      url: toText(value.fileUri) || undefined,
      data: toText(value.data) || undefined
    })
  }
}
