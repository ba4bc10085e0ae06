/** Character that says how a file is encoded; it is no content. */
export const byteOrderMark = '\ufeff'

/** Codes of the characters that lines end in, and that structure is made of. */
export const codes = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  exclamation: 33,
  numberSign: 35,
  dash: 45,
  dot: 46,
  zero: 48,
  nine: 57,
  lessThan: 60,
  greaterThan: 62,
  backslash: 92,
  underscore: 95,
  backtick: 96,
  tilde: 126
} as const

/** Whether `code` is a space or a tab. */
export function isSpace(code: number): boolean {
  return code === codes.space || code === codes.tab
}

/** Whether `code` is LF or CR. */
export function isLineEnding(code: number): boolean {
  return code === codes.lineFeed || code === codes.carriageReturn
}

/** Find where the line that holds `offset` ends, before its line ending. */
export function lineEnd(value: string, offset: number): number {
  while (offset < value.length && !isLineEnding(value.charCodeAt(offset))) {
    offset++
  }
  return offset
}

/** Go from before a line ending (or the end) to the start of the next line. */
export function nextLine(value: string, offset: number): number {
  if (offset >= value.length) return value.length
  const crlf =
    value.charCodeAt(offset) === codes.carriageReturn &&
    value.charCodeAt(offset + 1) === codes.lineFeed
  return crlf ? offset + 2 : offset + 1
}

/** Skip spaces and tabs. */
export function skipSpaces(value: string, offset: number): number {
  while (isSpace(value.charCodeAt(offset))) offset++
  return offset
}

/** Find the start of the first line in `[start, end)` that is not blank, or `end`. */
export function skipBlankLines(
  value: string,
  start: number,
  end: number
): number {
  for (let offset = start; offset < end; offset++) {
    const code = value.charCodeAt(offset)
    if (isLineEnding(code)) start = offset + 1
    else if (!isSpace(code)) return start
  }
  return end
}

/** Find where `[start, end)` ends without the white space at its end. */
export function trimEnd(value: string, start: number, end: number): number {
  while (end > start) {
    const code = value.charCodeAt(end - 1)
    if (!isSpace(code) && !isLineEnding(code)) break
    end--
  }
  return end
}

/** Find where the line that holds `offset` starts; one does at `from`. */
export function lineStart(value: string, offset: number, from: number): number {
  let start = offset
  while (start > from && !isLineEnding(value.charCodeAt(start - 1))) start--
  return start
}

/** Skip the spaces before a block: 3 at most, as more make it code. */
export function skipIndent(value: string, start: number): number {
  let offset = start
  while (offset < start + 3 && value.charCodeAt(offset) === codes.space) {
    offset++
  }
  return offset
}

/** Go over the line at `start` if it is blank and ends before `end`. */
export function skipBlankLine(
  value: string,
  start: number,
  end: number
): number {
  const spaces = skipSpaces(value, start)
  return spaces < end && isLineEnding(value.charCodeAt(spaces))
    ? nextLine(value, spaces)
    : start
}

/** Count line endings, CRLF as one. */
export function countLineEndings(value: string): number {
  return value.match(/\r\n?|\n/g)?.length ?? 0
}
