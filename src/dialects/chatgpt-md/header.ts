// A line goes in, its parts as a header come out, each with its offset. Only the
// line itself decides; the lines around it are for `read.ts`.

import {
  codes,
  isLineEnding,
  lineEnd,
  skipSpaces,
  trimEnd
} from '../../text/line.ts'
import type {MarkLine} from '../boundary.ts'
import type {TurnMeta} from '../meta.ts'
import {delimiters, knownRoles, modelSpan, roleMarker} from './grammar.ts'
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
  /** Data of the comment. */
  meta: TurnMeta | undefined
}

/**
 * A header up to its role; a heading’s sequence and its number, such as `1.2` or
 * `3.`, may stand before the marker.
 */
const open = new RegExp(
  `(?:#{1,6}[ \\t]+)?(?:\\d+(?:\\.\\d+)*\\.?[ \\t]+)?${roleMarker}(?=[ \\t]*[A-Za-z])`,
  'y'
)

/** Name of a role. */
const roleName = /[\w-]+/y

const keywordStart = roleMarker.charCodeAt(0)

/** Read the line at `start`, whose indentation ends at `indentEnd`, as a header. */
export function readHeader(
  value: string,
  start: number,
  indentEnd: number
): HeaderLine | undefined {
  // Note: a look first, and no groups, as most lines are no headers.
  if (!canStartHeader(value.charCodeAt(indentEnd))) return undefined
  open.lastIndex = indentEnd
  if (!open.test(value)) return undefined
  const markerEnd = open.lastIndex
  const roleStart = skipSpaces(value, markerEnd)
  roleName.lastIndex = roleStart
  roleName.test(value)
  const roleEnd = roleName.lastIndex
  const name = value.slice(roleStart, roleEnd)
  const role = isKnown(name) ? name : name.toLowerCase()
  const header: HeaderLine = {
    kind: 'mark',
    form: 'header',
    opens: 'no',
    goesOn: false,
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

function canStartHeader(code: number): boolean {
  const isDigit = code >= codes.zero && code <= codes.nine
  return code === keywordStart || code === codes.numberSign || isDigit
}

/** `role:: engineer` is a field of Dataview, and `role::user is` a sentence. */
function canBeBare({role, model, textStart, metaEnd}: HeaderLine): boolean {
  const isBlank = metaEnd === textStart
  return (isBlank || model !== undefined) && isKnown(role)
}

/** Read the text after the role. */
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
  if (close === -1 || delimiters.some(part => model.includes(part))) {
    return undefined
  }
  const modelEnd = modelStart + close
  return {model, end: modelEnd + modelSpan.close.length}
}

function isKnown(role: string): boolean {
  return (knownRoles as ReadonlyArray<string>).includes(role)
}
