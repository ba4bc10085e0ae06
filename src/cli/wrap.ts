import stringWidth from 'string-width'

/** Wrap a line at spaces to a width in columns; its indentation is kept. */
export function wrap(line: string, columns: number): Array<string> {
  const width = Math.max(columns, 20)
  // Note: at most a half, so that there is room for text beside it.
  const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, width >> 1)
  const room = width - indent.length
  const lines: Array<string> = []
  let current = ''
  let used = 0
  for (const piece of toPieces(line.trimStart(), room)) {
    const size = stringWidth(piece)
    if (current !== '' && used + size > room) {
      lines.push(indent + current.trimEnd())
      current = ''
      used = 0
    }
    // Note: the space at which a line is wrapped is not shown.
    if (current === '' && piece === ' ' && lines.length > 0) continue
    current += piece
    used += size
  }
  if (current !== '' || lines.length === 0) lines.push(indent + current)
  return lines.map(text => (text.trim() === '' ? '' : text))
}

/** Split a text into spaces, and words of at most `room` columns. */
function* toPieces(text: string, room: number): Generator<string, void> {
  for (const [part] of text.matchAll(/ |[^ ]+/g)) {
    if (stringWidth(part) <= room) yield part
    else yield* cut(part, room)
  }
}

/** Cut a word that is wider than a line. */
function* cut(word: string, room: number): Generator<string, void> {
  const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})
  let piece = ''
  let used = 0
  for (const {segment} of segmenter.segment(word)) {
    const size = stringWidth(segment)
    if (used + size > room) {
      yield piece
      piece = ''
      used = 0
    }
    piece += segment
    used += size
  }
  yield piece
}
