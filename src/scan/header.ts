import {delimiter} from './delimiter.ts'
import {isLineStart, isSpace} from './line.ts'

/**
 * A line that says whose turn it is.
 *
 * ```markdown
 * > | ### 1.2 role::assistant<span style="font-size: small;"> (gpt-4o)</span> or so
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface HeaderLine {
  kind: 'header'
  /** Offset of the start of the line. */
  start: number
  /** Offset of its line ending. */
  end: number
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

/** What stands before `role` in a header: a heading’s sequence and number. */
export const prefixPattern: string =
  ' {0,3}(?:#{1,6}[ \\t]+)?(?:\\d+(?:\\.\\d+)*\\.?[ \\t]+)?'

// Note: a model with a delimiter could not be written, so it is text.
const modelPattern = `(?:(?!\\)</span>|${delimiter})[^\\r\\n])*`

const spanPattern = `<span style="font-size: small;"> \\((${modelPattern})\\)</span>`

const headerExpression = new RegExp(
  `(${prefixPattern}role::[ \\t]*)([A-Za-z][\\w-]*)` +
    `([ \\t]*${spanPattern})?([ \\t]*)([^\\r\\n]*)`,
  'y'
)

const modelLineExpression = new RegExp(
  ` {0,3}${spanPattern}[ \\t]*(?:\\r\\n|\\r|\\n)`,
  'y'
)

/** Read the line that starts at `start` as a header, whatever ends it. */
export function readHeader(
  value: string,
  start: number
): HeaderLine | undefined {
  headerExpression.lastIndex = start
  const match = headerExpression.exec(value)
  if (!match) return undefined
  const [all, before = '', role = '', span = '', model, space = '', text = ''] =
    match
  const roleStart = start + before.length
  const roleEnd = roleStart + role.length
  const modelEnd = roleEnd + span.length
  const textStart = modelEnd + space.length
  let length = text.length
  while (length > 0 && isSpace(text.charCodeAt(length - 1))) length--
  return {
    kind: 'header',
    start,
    end: start + all.length,
    roleStart,
    roleEnd,
    role,
    modelEnd,
    model,
    textStart,
    textEnd: textStart + length
  }
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
  value: string,
  offset: number,
  from: number
): HeaderLine | undefined {
  let hit = value.indexOf(marker, offset)
  while (hit !== -1) {
    const start = prefixStart(value, hit - keyword.length, from)
    const header = start === -1 ? undefined : readHeader(value, start)
    if (
      header &&
      (header.model !== undefined || header.textEnd === header.textStart)
    ) {
      return header
    }
    hit = value.indexOf(marker, hit + marker.length)
  }
  return undefined
}

/** Find the start of the line if all before `role` at `offset` can be a header’s. */
function prefixStart(value: string, offset: number, from: number): number {
  if (offset < from || !value.startsWith(keyword, offset)) return -1
  while (offset > from && /[ \t#\d.]/.test(value.charAt(offset - 1))) offset--
  return isLineStart(value, offset, from) ? offset : -1
}
