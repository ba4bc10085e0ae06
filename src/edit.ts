import {assertType} from './assert-type.ts'

/** A change to a text: `content` in place of `length` characters. */
export interface TextEdit {
  /** Offset at which it starts, in UTF-16 units of the text before any edit. */
  offset: number
  /** How many UTF-16 units go. */
  length: number
  /** Text that comes in their place. */
  content: string
}

/**
 * Apply edits to the text that they were made for.
 *
 * @throws {TypeError}
 *   If they are not in order, overlap, reach out of the text, or are no edits.
 */
export function applyEdits(
  source: string,
  edits: ReadonlyArray<Readonly<TextEdit>>
): string {
  assertType('source', source, 'a string')
  assertType('edits', edits, 'a list')
  let value = ''
  let end = 0
  for (const [index, edit] of edits.entries()) {
    assertType(`edits[${index}]`, edit, 'an object')
    const {offset, length, content} = edit
    assertType(`edits[${index}].content`, content, 'a string')
    const isWhole = Number.isInteger(offset) && Number.isInteger(length)
    const isInside = length >= 0 && offset + length <= source.length
    if (!(isWhole && isInside && offset >= end)) {
      throw new TypeError(
        `Expected edits in order, in the text, and without overlap, not one of ${length} characters at ${offset}`
      )
    }
    value += source.slice(end, offset) + content
    end = offset + length
  }
  return value + source.slice(end)
}
