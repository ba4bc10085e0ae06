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
 *   If they are not in order, overlap, or reach out of the text.
 */
export function applyEdits(
  source: string,
  edits: ReadonlyArray<Readonly<TextEdit>>
): string {
  let value = ''
  let end = 0
  for (const {offset, length, content} of edits) {
    if (!(offset >= end && length >= 0 && offset + length <= source.length)) {
      throw new TypeError(
        `Expected edits in order, in the text, and without overlap, not one of ${length} characters at ${offset}`
      )
    }
    value += source.slice(end, offset) + content
    end = offset + length
  }
  return value + source.slice(end)
}
