import type {TextPart} from '../message.ts'
import {toText} from './to-text.ts'

/** Make a part of a string; none of one that says nothing, or of any other value. */
export function toTextParts(value: unknown): Array<TextPart> {
  const text = toText(value)
  return text.trim() === '' ? [] : [{type: 'text', text}]
}
