import type {TextPart} from './message.ts'

/**
 * Write parts as a content: a text that stands alone as a string, as all servers
 * take it.
 */
export function toContent<T extends {type: string}>(
  parts: Array<T | TextPart>
): Array<T | TextPart> | string {
  const [first] = parts
  if (!first) return ''
  return parts.length === 1 && isText(first) ? first.text : parts
}

function isText(part: {type: string}): part is TextPart {
  return part.type === 'text'
}
