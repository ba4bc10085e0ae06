/**
 * Offsets go in, places on their lines come out; lines end in LF, CRLF, or CR.
 */
import {
  isLineEnding,
  isSpace,
  lineEnd,
  nextLine,
  skipSpaces
} from '../text/line.ts'

const hash = '#'.charCodeAt(0)

/** Where the line starts, if only blanks are before an offset on it. */
export function findBlankStart(
  value: string,
  offset: number
): number | undefined {
  let start = offset
  while (isSpace(value.charCodeAt(start - 1))) start--
  return isFirst(value, start) ? start : undefined
}

/** Where the line ends, if only blanks and a comment are after an offset. */
export function findBlankEnd(
  value: string,
  offset: number
): number | undefined {
  const rest = skipSpaces(value, offset)
  const isComment = value.charCodeAt(rest) === hash
  const end = isComment ? lineEnd(value, rest) : rest
  return end === value.length || isLineEnding(value.charCodeAt(end))
    ? end
    : undefined
}

/** Blanks before an offset on its line, or as many spaces as characters. */
export function findIndent(value: string, offset: number): string {
  const blank = findBlankStart(value, offset)
  if (blank !== undefined) return value.slice(blank, offset)
  let start = offset
  while (!isFirst(value, start)) start--
  return ' '.repeat(offset - start)
}

/** Go from a line ending over lines of comments that are indented deeper. */
export function skipDeepComments(
  value: string,
  offset: number,
  indent: number
): number {
  let end = offset
  let start = nextLine(value, offset)
  while (start < value.length) {
    const rest = skipSpaces(value, start)
    const lineStop = lineEnd(value, rest)
    if (value.charCodeAt(rest) === hash && rest - start > indent) end = lineStop
    else if (rest !== lineStop) break
    start = nextLine(value, lineStop)
  }
  return end
}

/** Whether a line, or the text after a byte order mark, starts at an offset. */
function isFirst(value: string, offset: number): boolean {
  const before = value.charCodeAt(offset - 1)
  return (
    offset === 0 ||
    isLineEnding(before) ||
    (offset === 1 && value.startsWith('\ufeff'))
  )
}
