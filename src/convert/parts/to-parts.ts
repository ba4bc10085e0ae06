import type {Part} from '../message.ts'
import {findBlocks} from './find-blocks.ts'
import {normalizeParts} from './normalize-parts.ts'

/** How a content is read as parts, or written from them. */
export interface PartsOptions {
  /**
   * Role of the turn: `assistant` and `tool` have all parts, the others text and
   * files (default: `'assistant'`).
   */
  role?: string | null | undefined
}

/** Options of `toParts`. */
export interface ToPartsOptions extends PartsOptions {
  /** Whether blocks are read as parts; else all is text (default: `true`). */
  blocks?: boolean | null | undefined
}

/**
 * Read a content as its parts.
 *
 * @throws {TypeError} If `value` is no string.
 */
export function toParts(
  value: string,
  options?: Readonly<ToPartsOptions> | null
): Array<Part> {
  if (typeof value !== 'string') {
    throw new TypeError('Expected `value` to be a string')
  }
  if (options?.blocks === false) {
    return normalizeParts([{type: 'text', text: value}])
  }
  const parts: Array<Part> = []
  let text = ''
  let from = 0
  for (const block of findBlocks(value, options?.role ?? 'assistant').blocks) {
    const {start, end, mark, slashes, part} = block
    if (slashes > 0) {
      text += value.slice(from, mark)
      from = mark + 1
    } else {
      parts.push({type: 'text', text: text + value.slice(from, start)}, part)
      text = ''
      from = end
    }
  }
  parts.push({type: 'text', text: text + value.slice(from)})
  return normalizeParts(parts)
}
