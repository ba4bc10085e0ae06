// A text and a range go in, the line of the range comes out with carets below
// it, cut to the width of a terminal.

import {isLineEnding} from '../../text/line.ts'
import {escapeControls} from '../escape-controls.ts'
import {splitGraphemes} from '../split-graphemes.ts'
import {widthOf} from '../width-of.ts'

/** How much of a line is looked at before and after the range, in characters. */
const reach = 1000

/** A character as a terminal shows it. */
interface Cell {
  text: string
  width: number
  /** Whether it is in the range. */
  marked: boolean
}

/** A line and its carets. */
export interface Frame {
  line: string
  carets: string
}

/** Draw the line of `[start, end)`, at most `columns` wide. */
export function drawFrame(
  value: string,
  start: number,
  end: number,
  columns: number
): Frame {
  const from = findLineStart(value, start)
  const to = findLineEnd(value, start)
  const cells = toCells(value.slice(from, to), start - from, end - from)
  const first = cells.findIndex(({marked}) => marked)
  const shown = cut(cells, first === -1 ? cells.length : first, columns)
  const line = shown.map(({text}) => text).join('')
  const carets = shown
    .map(({marked, width}) => (marked ? '^' : ' ').repeat(width))
    .join('')
    .trimEnd()
  if (carets !== '') return {line, carets}
  // Note: a place without length or width, or the line ending, has one caret.
  const before = shown.findIndex(({marked}) => marked)
  const cellsBefore = before === -1 ? shown : shown.slice(0, before)
  return {line, carets: `${' '.repeat(sumWidths(cellsBefore))}^`}
}

function findLineStart(value: string, offset: number): number {
  let start = offset
  const least = Math.max(0, offset - reach)
  while (start > least && !isLineEnding(value.charCodeAt(start - 1))) start--
  return start
}

function findLineEnd(value: string, offset: number): number {
  let end = offset
  const most = Math.min(value.length, offset + reach)
  while (end < most && !isLineEnding(value.charCodeAt(end))) end++
  return end
}

function toCells(line: string, start: number, end: number): Array<Cell> {
  let index = 0
  return Array.from(splitGraphemes(line), segment => {
    const text = segment === '\t' ? '    ' : escapeControls(segment)
    const marked = index >= start && index < end
    index += segment.length
    return {text, width: widthOf(text), marked}
  })
}

const ellipsis: Cell = {text: '…', width: 1, marked: false}

/** Keep what fits, so that the range starts at a third of the width at most. */
function cut(
  cells: ReadonlyArray<Cell>,
  first: number,
  columns: number
): Array<Cell> {
  if (sumWidths(cells) <= columns) return [...cells]
  const before = countFitting(cells.slice(0, first).reverse(), columns / 3)
  const start = first - before
  const room = columns - (start > 0 ? 2 : 1)
  const end = start + countFitting(cells.slice(start), room)
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...cells.slice(start, end),
    ...(end < cells.length ? [ellipsis] : [])
  ]
}

/** Count the cells that fit, from the first on. */
function countFitting(cells: ReadonlyArray<Cell>, columns: number): number {
  let used = 0
  let count = 0
  for (const {width} of cells) {
    used += width
    if (used > columns) break
    count++
  }
  return count
}

function sumWidths(cells: ReadonlyArray<Cell>): number {
  return cells.reduce((sum, {width}) => sum + width, 0)
}
