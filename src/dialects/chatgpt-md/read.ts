// A line goes in, its kind comes out; then the lines of a boundary go in, and the
// speaker of the turn that they open comes out.

import {
  codes,
  isLineEnding,
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
  // Note: `startsWith` takes longer.
  const delimiter = delimiters.find(
    spelling => value.slice(offset, offset + spelling.length) === spelling
  )
  return delimiter
    ? readDelimiter(value, start, offset, delimiter)
    : readModelLine(value, start, offset)
}

function readDelimiter(
  value: string,
  start: number,
  offset: number,
  delimiter: string
): DelimiterLine | undefined {
  const after = offset + delimiter.length
  const end = skipSpaces(value, after)
  if (end < value.length && !isLineEnding(value.charCodeAt(end))) {
    return undefined
  }
  const opens = end > after ? 'hard' : 'soft'
  const indent = offset - start
  return {kind: 'mark', form: 'delimiter', opens, start, end, indent}
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
  const indent = offset - start
  return {kind: 'mark', form: 'model', opens: 'no', start, end, indent, model}
}

/** Find how many lines are a boundary: a delimiter takes the header after it. */
export function measure(lines: ReadonlyArray<MarkLine>): Measure {
  const [first, second, third] = lines as ReadonlyArray<ChatGptMdLine>
  if (first?.form !== 'delimiter') return {length: 1, open: false}
  if (second?.form === 'header') return {length: 2, open: false}
  if (second && second.form !== 'model') return {length: 1, open: false}
  if (!third) return {length: 1, open: true}
  // A model on a line of its own belongs to a header that names none.
  const isOwn = third.form === 'header' && third.model === undefined
  return {length: isOwn ? 3 : 1, open: false}
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
