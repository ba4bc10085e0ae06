import {
  codes,
  isSpace,
  lineEnd,
  nextLine,
  skipBlankLines,
  skipSpaces
} from '../text/line.ts'
import {type Draft, replace} from './draft.ts'
import type {Part} from './parts.ts'
import {type Quote, writeAfter} from './write.ts'

/** Write the value of a part again in its place. */
export function replaceValue(
  draft: Draft,
  part: Part,
  wanted: unknown,
  quote: Quote
): void {
  const {value, lineEnding} = draft
  const {after, end, comment} = part
  const stop = Math.max(after, end)
  const glue = lineEnding + findIndent(value, part.start)
  const content = writeAfter(wanted, glue, quote)
  const isInline = content.startsWith(' ')
  // The spaces before a value on the same line stay.
  const start = Math.min(skipSpaces(value, after), stop)
  const note = comment ? ` ${comment}` : ''
  if (!isInline) replace(draft, after, stop, note + content)
  else if (start === after) replace(draft, after, stop, content + note)
  else replace(draft, start, stop, content.slice(1) + note)
}

/** Put lines after the part at an index, or before all at -1. */
export function insertLines(
  draft: Draft,
  parts: ReadonlyArray<Part>,
  index: number,
  contents: ReadonlyArray<string>
): void {
  const {value, lineEnding} = draft
  const part = parts[Math.max(index, 0)] as Part
  const indent = findIndent(value, part.start)
  const offset =
    index < 0
      ? part.start - indent.length
      : skipDeepComments(value, part.end, indent.length)
  const lines = contents.map(content => indent + content + lineEnding)
  replace(draft, offset, offset, lines.join(''))
}

/** Take out the lines of parts that are removed. */
export function removeLines(
  draft: Draft,
  parts: ReadonlyArray<Part>,
  removed: (index: number) => boolean
): void {
  const {value} = draft
  let kept: Part | undefined
  for (const [index, part] of parts.entries()) {
    if (!removed(index)) {
      kept = part
      continue
    }
    const {start, end} = findLines(value, part, kept)
    replace(draft, start, end, '')
  }
}

/** Find the lines of a part that is to be removed; `before` it one stays. */
export function findLines(
  value: string,
  part: Part,
  before: Part | undefined
): {start: number; end: number} {
  const start = part.start - findIndent(value, part.start).length
  let end = nextLine(value, lineEnd(value, part.end))
  // So that the value before it does not take the blank lines after it.
  if (before?.keeps) end = skipBlankLines(value, end, value.length)
  return {start, end}
}

/** Blanks right before an offset. */
export function findIndent(value: string, offset: number): string {
  let start = offset
  while (isSpace(value.charCodeAt(start - 1))) start--
  return value.slice(start, offset)
}

/**
 * Go from the end of a part to the next line that is no comment indented
 * deeper than the part.
 */
function skipDeepComments(
  value: string,
  offset: number,
  indent: number
): number {
  let end = nextLine(value, lineEnd(value, offset))
  for (let start = end; start < value.length; ) {
    const rest = skipSpaces(value, start)
    const stop = lineEnd(value, rest)
    const isComment = value.charCodeAt(rest) === codes.numberSign
    if (!(isComment ? rest - start > indent : rest === stop)) break
    start = nextLine(value, stop)
    if (isComment) end = start
  }
  return end
}
