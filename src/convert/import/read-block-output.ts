import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toText} from './to-text.ts'

/** Read the result of a tool; one text alone is that text. */
export function readBlockOutput(content: unknown): unknown {
  if (!Array.isArray(content)) return content ?? ''
  const [block, ...rest] = content
  const isText =
    isPlainObject(block) && block.type === 'text' && rest.length === 0
  return isText ? toText(block.text) : content
}
