import {splitGraphemes} from './split-graphemes.ts'
import {widthOf} from './width-of.ts'

/** Length from which a word is measured in parts. */
const longWord = 256

/** Wrap a line at spaces to a width in columns; its indentation is kept. */
export function wrap(line: string, columns: number): Array<string> {
  const width = Math.max(columns, 20)
  // Note: at most a half, so that there is room for text beside it.
  const text = line.trimStart()
  const indent = ' '.repeat(Math.min(line.length - text.length, width >> 1))
  const room = width - indent.length
  const lines: Array<string> = []
  let current = ''
  let used = 0
  for (const piece of toPieces(text, room)) {
    const size = widthOf(piece)
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
    const isShort = part.length < longWord && widthOf(part) <= room
    if (isShort) yield part
    else yield* cut(part, room)
  }
}

/** Cut a word that is wider than a line. */
function* cut(word: string, room: number): Generator<string, void> {
  let piece = ''
  let used = 0
  for (const segment of splitGraphemes(word)) {
    const size = widthOf(segment)
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
