import type {Part} from './message.ts'
import {fromParts} from './parts/from-parts.ts'

/**
 * Say parts in one text: texts as they are, and other parts as the Markdown
 * that a note has for them.
 */
export function sayParts(parts: ReadonlyArray<Part>): string {
  return parts
    .map(part => (part.type === 'text' ? part.text : fromParts([part])))
    .join('\n\n')
}
