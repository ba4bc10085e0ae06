// A line goes in, what it says as a header comes out, with the offset of each
// part. Only the line itself decides; what is around it is for `code.ts`.

import {delimiter} from './delimiter.ts'
import {
  codes,
  isLineEnding,
  isLineStart,
  lineEnd,
  skipSpaces,
  trimEnd
} from './line.ts'
import {isDigit, isPrefixPart, skipPrefix} from './prefix.ts'
import type {Text} from './text.ts'

/**
 * A line that says whose turn it is.
 *
 * ```markdown
 * > | ### 1.2 role::assistant<span style="font-size: small;"> (gpt-4o)</span> or so
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface HeaderLine extends HeaderPlace {
  /** Offset of the role’s name. */
  roleStart: number
  /** Offset after the role’s name. */
  roleEnd: number
  /** Role as it is written. */
  role: string
  /** Offset after the model span, or `roleEnd`. */
  modelEnd: number
  /** Model that the span names. */
  model: string | undefined
  /** Offset of the text after that, white space skipped. */
  textStart: number
  /** Offset after that text; `textStart` if there is none. */
  textEnd: number
}

/** Where a header is; `readHeader` reads it. */
export interface HeaderPlace {
  kind: 'header'
  /** Offset of the start of the line. */
  start: number
  /** Offset of its line ending. */
  end: number
}

/** A line with nothing but the model span. */
export interface ModelLine {
  /** Offset of the start of the line. */
  start: number
  /** Offset after its line ending. */
  next: number
  /** Model that the span names. */
  model: string
}

/** What stands before the name in every header. */
const keyword = 'role'

// Note: looked for alone, since `indexOf` stops at each first character of what
// it looks for, and `r` is in every other word.
const marker = '::'

// Note: a model with a delimiter could not be written, so it is text.
const modelPattern = `(?:(?!\\)</span>|${delimiter})[^\\r\\n])*`

/** What stands around the model. */
const spanOpen = '<span style="font-size: small;"> ('
const spanClose = ')</span>'

const spanPattern = `<span style="font-size: small;"> \\((${modelPattern})\\)</span>`

const modelLineExpression = new RegExp(
  ` {0,3}${spanPattern}[ \\t]*(?:\\r\\n|\\r|\\n)`,
  'y'
)

/** Read the line that starts at `start` as a header, whatever ends it. */
export function readHeader(
  value: string,
  start: number
): HeaderLine | undefined {
  const keywordStart = skipPrefix(value, start)
  return value.startsWith(keyword + marker, keywordStart)
    ? readRest(value, start, keywordStart)
    : undefined
}

function readRest(
  value: string,
  start: number,
  keywordStart: number
): HeaderLine | undefined {
  const markerEnd = keywordStart + keyword.length + marker.length
  const roleStart = skipSpaces(value, markerEnd)
  const roleEnd = skipName(value, roleStart)
  if (roleEnd === roleStart) return undefined
  const header: HeaderLine = {
    kind: 'header',
    start,
    end: roleEnd,
    roleStart,
    roleEnd,
    role: value.slice(roleStart, roleEnd),
    modelEnd: roleEnd,
    model: undefined,
    textStart: roleEnd,
    textEnd: roleEnd
  }
  if (!isLineEnding(value.charCodeAt(roleEnd))) readAfterRole(header, value)
  return header
}

function readAfterRole(header: HeaderLine, value: string): void {
  const spanStart = skipSpaces(value, header.roleEnd)
  const end = lineEnd(value, spanStart)
  const model = readModelSpan(value, spanStart, end)
  header.end = end
  header.model = model
  if (model !== undefined) {
    header.modelEnd =
      spanStart + spanOpen.length + model.length + spanClose.length
  }
  header.textStart =
    model === undefined ? spanStart : skipSpaces(value, header.modelEnd)
  header.textEnd = trimEnd(value, header.textStart, end)
}

function readModelSpan(
  value: string,
  start: number,
  end: number
): string | undefined {
  // Note: `startsWith` takes longer.
  const modelStart = start + spanOpen.length
  if (value.slice(start, modelStart) !== spanOpen) return undefined
  const rest = value.slice(modelStart, end)
  const close = rest.indexOf(spanClose)
  const model = close === -1 ? delimiter : rest.slice(0, close)
  return model.includes(delimiter) ? undefined : model
}

function skipName(value: string, start: number): number {
  if (!isLetter(value.charCodeAt(start))) return start
  let end = start + 1
  while (isNamePart(value.charCodeAt(end))) end++
  return end
}

/** Read the line that starts at `start` as one that holds just a model span. */
export function readModelLine(
  value: string,
  start: number
): ModelLine | undefined {
  modelLineExpression.lastIndex = start
  const match = modelLineExpression.exec(value)
  if (match?.[1] === undefined) return undefined
  return {start, next: start + match[0].length, model: match[1]}
}

/**
 * Find the first header at or after `offset` that needs no delimiter: nothing
 * follows its role, or a whole model span does. `role::user is what you write`
 * is a sentence.
 */
export function findHeader(
  {value, window, from, seen}: Text,
  offset: number
): HeaderLine | undefined {
  let hit = window.indexOf(marker, offset)
  while (hit !== -1) {
    if (value.charCodeAt(hit - 1) === codes.backslash) seen.escapes = true
    const header = readAround(value, hit - keyword.length, from)
    if (
      header &&
      (header.model !== undefined || header.textEnd === header.textStart)
    ) {
      return header
    }
    hit = window.indexOf(marker, hit + marker.length)
  }
  return undefined
}

/** Read the line as a header where `role`, if anything, is at `offset`. */
function readAround(
  value: string,
  offset: number,
  from: number
): HeaderLine | undefined {
  if (offset < from || !value.startsWith(keyword, offset)) return undefined
  let start = offset
  while (start > from && isPrefixPart(value.charCodeAt(start - 1))) start--
  const isHeader =
    isLineStart(value, start, from) && skipPrefix(value, start) === offset
  return isHeader ? readRest(value, start, offset) : undefined
}

function isNamePart(code: number): boolean {
  return (
    isLetter(code) ||
    isDigit(code) ||
    code === codes.dash ||
    code === codes.underscore
  )
}

function isLetter(code: number): boolean {
  // Note: this bit is what tells lower case from upper case.
  const lower = code | 32
  return lower >= 97 && lower <= 122
}
