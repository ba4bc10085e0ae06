// A line goes in, its kind comes out; then the lines of a boundary go in, and the
// speaker of the turn that they open comes out.

import {
  codes,
  isSpace,
  lineEnd,
  skipIndent,
  skipSpaces
} from '../../text/line.ts'
import type {Boundary, MarkLine, Speaker} from '../boundary.ts'
import type {Measure} from '../dialect.ts'
import {delimiters, firstRole} from './grammar.ts'
import {type HeaderLine, readHeader, readModelSpan} from './header.ts'

/**
 * A line that ends a turn; white space at its end makes it hard.
 *
 * ```markdown
 * > | <hr class="__chatgpt_plugin">
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface DelimiterLine extends MarkLine {
  form: 'delimiter'
}

/**
 * A line with nothing but the model span, before the header it belongs to.
 *
 * ```markdown
 * > | <span style="font-size: small;"> (gpt-4o)</span>
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   | role::assistant
 * ```
 */
export interface ModelLine extends MarkLine {
  form: 'model'
  /** Model that the span names. */
  model: string
}

/** Any line that means something. */
export type ChatGptMdLine = DelimiterLine | HeaderLine | ModelLine

/** Read the line at `start`. */
export function readLine(
  value: string,
  start: number
): ChatGptMdLine | undefined {
  const offset = skipIndent(value, start)
  const code = value.charCodeAt(offset)
  if (code !== codes.lessThan) return readHeader(value, start, offset)
  return (
    readDelimiter(value, start, offset) ?? readModelLine(value, start, offset)
  )
}

/** A delimiter with nothing but white space after it. */
const delimiterLine = new RegExp(
  `(?:${delimiters.join('|')})[ \\t]*(?![^\\r\\n])`,
  'y'
)

function readDelimiter(
  value: string,
  start: number,
  offset: number
): DelimiterLine | undefined {
  delimiterLine.lastIndex = offset
  if (!delimiterLine.test(value)) return undefined
  const end = delimiterLine.lastIndex
  const opens = isSpace(value.charCodeAt(end - 1)) ? 'hard' : 'soft'
  const indent = offset - start
  const form = 'delimiter'
  return {kind: 'mark', form, opens, goesOn: true, start, end, indent}
}

function readModelLine(
  value: string,
  start: number,
  offset: number
): ModelLine | undefined {
  const end = lineEnd(value, offset)
  const span = readModelSpan(value, offset, end)
  if (!span || skipSpaces(value, span.end) !== end) return undefined
  const {model} = span
  return {
    kind: 'mark',
    form: 'model',
    opens: 'no',
    goesOn: false,
    start,
    end,
    indent: offset - start,
    model
  }
}

const alone: Measure = {length: 1, open: false}
const open: Measure = {length: 1, open: true}
const withHeader: Measure = {length: 2, open: false}
const withModelAndHeader: Measure = {length: 3, open: false}

/** Find how many lines are a boundary: a delimiter takes the header after it. */
export function measure(lines: ReadonlyArray<MarkLine>): Measure {
  const [first, second, third] = lines as ReadonlyArray<ChatGptMdLine>
  if (first?.form !== 'delimiter') return alone
  if (second?.form === 'header') return withHeader
  if (second && second.form !== 'model') return alone
  if (!third) return open
  // A model on a line of its own belongs to a header that names none.
  const isOwn = third.form === 'header' && third.model === undefined
  return isOwn ? withModelAndHeader : alone
}

/** Read whose turn it is: the user’s without a header. */
export function readSpeaker(lines: ReadonlyArray<MarkLine>): Speaker {
  const speaker: Speaker = {role: firstRole}
  for (const line of lines as ReadonlyArray<ChatGptMdLine>) {
    if (line.form === 'delimiter') continue
    if (line.model !== undefined) speaker.model = line.model
    if (line.form !== 'header') continue
    speaker.role = line.role
    if (line.meta) speaker.meta = line.meta
  }
  return speaker
}

/** Find the delimiter of a boundary. */
export function delimiterOf(
  boundary: Boundary | undefined
): DelimiterLine | undefined {
  const [first] = (boundary?.lines ?? []) as ReadonlyArray<ChatGptMdLine>
  return first?.form === 'delimiter' ? first : undefined
}

/** Find the header of a boundary. */
export function headerOf(
  boundary: Boundary | undefined
): HeaderLine | undefined {
  const lines = (boundary?.lines ?? []) as ReadonlyArray<ChatGptMdLine>
  const last = lines[lines.length - 1]
  return last?.form === 'header' ? last : undefined
}
