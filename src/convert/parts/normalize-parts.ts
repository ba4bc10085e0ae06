import {trimContent} from '../../text/trim-content.ts'
import type {Part} from '../message.ts'

/**
 * Make parts those that a note can hold: texts have no blank lines at their
 * ends and no white space at their very end, as contents have none; texts side
 * by side are one, with a blank line between; and empty texts are none.
 */
export function normalizeParts(parts: ReadonlyArray<Part>): Array<Part> {
  const normal: Array<Part> = []
  let texts: Array<string> = []
  for (const part of parts) {
    if (part.type === 'text') {
      const text = trimContent(part.text)
      if (text !== '') texts.push(text)
      continue
    }
    flush(texts, normal)
    texts = []
    normal.push(part)
  }
  flush(texts, normal)
  return normal
}

function flush(texts: ReadonlyArray<string>, parts: Array<Part>): void {
  if (texts.length > 0) parts.push({type: 'text', text: texts.join('\n\n')})
}
