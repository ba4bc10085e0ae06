// A line goes in, what it says as a header comes out, with the offset of each
// part. Only the line itself decides; what is around it is for `read.ts`.

import {
  codes,
  isLineEnding,
  isSpace,
  lineEnd,
  skipSpaces,
  trimEnd
} from '../../text/line.ts'
import type {MarkLine} from '../boundary.ts'
import type {TurnMeta} from '../meta.ts'
import {delimiter, knownRoles, modelSpan, roleMarker} from './grammar.ts'
import {findMeta} from './meta.ts'

/**
 * A line that says whose turn it is.
 *
 * ```markdown
 * > | ### 1.2 role::user<span style="font-size: small;"> (m)</span> or so <!-- {"id":"1"} -->
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface HeaderLine extends MarkLine {
  form: 'header'
  /** Offset of the role’s name. */
  roleStart: number
  /** Offset after the role’s name. */
  roleEnd: number
  /** Role, in lower case. */
  role: string
  /** Offset after the model span, or `roleEnd`. */
  modelEnd: number
  /** Model that the span names. */
  model: string | undefined
  /** Offset of the text after that, white space skipped. */
  textStart: number
  /** Offset after that text; `textStart` if there is none. */
  textEnd: number
  /** Offset of the comment with the meta, or `textEnd`. */
  metaStart: number
  /** Offset after that comment. */
  metaEnd: number
  /** What the comment says. */
  meta: TurnMeta | undefined
}

/** Whether a header can start with a character: most lines cannot be one. */
export function canStartHeader(code: number): boolean {
  return (
    code === codes.numberSign ||
    code === roleMarker.charCodeAt(0) ||
    isDigit(code)
  )
}

/** Read the line at `start` as a header; its indentation ends at `indentEnd`. */
export function readHeader(
  value: string,
  start: number,
  indentEnd: number
): HeaderLine | undefined {
  const markerStart = skipNumber(value, skipSequence(value, indentEnd))
  const markerEnd = markerStart + roleMarker.length
  // Note: `startsWith` takes longer.
  if (value.slice(markerStart, markerEnd) !== roleMarker) return undefined
  const roleStart = skipSpaces(value, markerEnd)
  const roleEnd = skipName(value, roleStart)
  if (roleEnd === roleStart) return undefined
  const name = value.slice(roleStart, roleEnd)
  const role = isKnown(name) ? name : name.toLowerCase()
  const header: HeaderLine = {
    kind: 'mark',
    form: 'header',
    opens: 'no',
    start,
    end: roleEnd,
    indent: indentEnd - start,
    roleStart,
    roleEnd,
    role,
    modelEnd: roleEnd,
    model: undefined,
    textStart: roleEnd,
    textEnd: roleEnd,
    metaStart: roleEnd,
    metaEnd: roleEnd,
    meta: undefined
  }
  if (!isLineEnding(value.charCodeAt(roleEnd))) readRest(value, header)
  if (roleStart === markerEnd && canBeBare(header)) header.opens = 'bare'
  return header
}

/** `role:: engineer` is a field of Dataview, and `role::user is` a sentence. */
function canBeBare({role, model, textStart, metaEnd}: HeaderLine): boolean {
  const isBlank = metaEnd === textStart
  return (isBlank || model !== undefined) && isKnown(role)
}

/** Read what stands after the role. */
function readRest(value: string, header: HeaderLine): void {
  const spanStart = skipSpaces(value, header.roleEnd)
  const end = lineEnd(value, spanStart)
  const span = readModelSpan(value, spanStart, end)
  header.end = end
  header.model = span?.model
  if (span) header.modelEnd = span.end
  const textStart = skipSpaces(value, header.modelEnd)
  const restEnd = trimEnd(value, textStart, end)
  const found =
    restEnd > textStart ? findMeta(value.slice(textStart, restEnd)) : undefined
  header.meta = found?.meta
  header.metaStart = found ? textStart + found.start : restEnd
  header.metaEnd = restEnd
  header.textStart = textStart
  header.textEnd = trimEnd(value, textStart, header.metaStart)
}

/** A model span, up to the first that closes it. */
export function readModelSpan(
  value: string,
  start: number,
  end: number
): {model: string; end: number} | undefined {
  const modelStart = start + modelSpan.open.length
  if (value.slice(start, modelStart) !== modelSpan.open) return undefined
  const rest = value.slice(modelStart, end)
  const close = rest.indexOf(modelSpan.close)
  const model = rest.slice(0, Math.max(close, 0))
  // A model with a delimiter could not be written, so it is text.
  if (close === -1 || model.includes(delimiter)) return undefined
  const modelEnd = modelStart + close
  return {model, end: modelEnd + modelSpan.close.length}
}

function isKnown(role: string): boolean {
  return (knownRoles as ReadonlyArray<string>).includes(role)
}

/** Go over the number signs of a heading. */
function skipSequence(value: string, start: number): number {
  let end = start
  while (value.charCodeAt(end) === codes.numberSign) end++
  return end <= start + 6 && end > start && isSpace(value.charCodeAt(end))
    ? skipSpaces(value, end)
    : start
}

/** Go over the number of a heading, such as `1.2` or `3.`. */
function skipNumber(value: string, start: number): number {
  let end = skipDigits(value, start)
  if (end === start) return start
  while (value.charCodeAt(end) === codes.dot) {
    const next = skipDigits(value, end + 1)
    if (next === ++end) break
    end = next
  }
  return isSpace(value.charCodeAt(end)) ? skipSpaces(value, end) : start
}

function skipDigits(value: string, offset: number): number {
  while (isDigit(value.charCodeAt(offset))) offset++
  return offset
}

function skipName(value: string, start: number): number {
  if (!isLetter(value.charCodeAt(start))) return start
  let end = start + 1
  while (isNamePart(value.charCodeAt(end))) end++
  return end
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

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
