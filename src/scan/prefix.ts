import {codes, isSpace, skipSpaces} from './line.ts'

/** What stands before `role` in a header: a heading’s sequence and number. */
export const prefixPattern: string =
  ' {0,3}(?:#{1,6}[ \\t]+)?(?:\\d+(?:\\.\\d+)*\\.?[ \\t]+)?'

/** Go over what may stand before `role`. */
export function skipPrefix(value: string, start: number): number {
  let offset = start
  while (offset < start + 3 && value.charCodeAt(offset) === codes.space) {
    offset++
  }
  return skipNumber(value, skipSequence(value, offset))
}

function skipSequence(value: string, start: number): number {
  let end = start
  while (value.charCodeAt(end) === codes.numberSign) end++
  const after = skipSpaces(value, end)
  return end > start && end <= start + 6 && after > end ? after : start
}

function skipNumber(value: string, start: number): number {
  let end = skipDigits(value, start)
  if (end === start) return start
  while (value.charCodeAt(end) === codes.dot) {
    const next = skipDigits(value, end + 1)
    if (next === ++end) break
    end = next
  }
  const after = skipSpaces(value, end)
  return after > end ? after : start
}

function skipDigits(value: string, offset: number): number {
  while (isDigit(value.charCodeAt(offset))) offset++
  return offset
}

/** Whether `code` may stand before `role`. */
export function isPrefixPart(code: number): boolean {
  return (
    isSpace(code) ||
    code === codes.numberSign ||
    code === codes.dot ||
    isDigit(code)
  )
}

/** Whether `code` is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
