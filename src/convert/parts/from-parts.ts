import type {Part} from '../message.ts'
export function fromParts(parts: ReadonlyArray<Part>): string {
  return parts
    .map(part => (part.type === 'text' ? part.text : JSON.stringify(part)))
    .join('\n\n')
}
