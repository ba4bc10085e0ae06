/** How many UTF-16 units are looked at in one go. */
const size = 256

/**
 * Split a text into the characters that people see.
 *
 * Note: piece by piece, because V8 takes time by the square of a text for it.
 */
export function* splitGraphemes(value: string): Generator<string, void> {
  const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})
  let start = 0
  while (start < value.length) {
    const end = start + size
    const parts = [...segmenter.segment(value.slice(start, end))]
    // The last one may go on in the next piece.
    if (end < value.length && parts.length > 1) parts.pop()
    for (const {segment} of parts) {
      yield segment
      start += segment.length
    }
  }
}
