// A text and a range go in, the line of the range comes out with carets below
// it, cut to the width of a terminal.

import stringWidth from 'string-width'
import {isLineEnding} from '../../text/line.ts'
import {escapeControls} from '../escape-controls.ts'

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
  return {line, carets: `${' '.repeat(widthOf(cellsBefore))}^`}
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
  const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})
  return Array.from(segmenter.segment(line), ({segment, index}) => {
    const text = segment === '\t' ? '    ' : escapeControls(segment)
    const marked = index >= start && index < end
    return {text, width: stringWidth(text), marked}
  })
}

const ellipsis: Cell = {text: '…', width: 1, marked: false}

/** Keep what fits, so that the range starts at a third of the width at most. */
function cut(
  cells: ReadonlyArray<Cell>,
  first: number,
  columns: number
): Array<Cell> {
  if (widthOf(cells) <= columns) return [...cells]
  let start = first
  let before = 0
  while (start > 0 && before < columns / 3) before += cells[--start]?.width ?? 0
  let end = start
  let width = start > 0 ? 1 : 0
  while (end < cells.length) {
    width += cells[end]?.width ?? 0
    if (width > columns - 1) break
    end++
  }
  return [
    ...(start > 0 ? [ellipsis] : []),
    ...cells.slice(start, end),
    ...(end < cells.length ? [ellipsis] : [])
  ]
}

function widthOf(cells: ReadonlyArray<Cell>): number {
  return cells.reduce((sum, {width}) => sum + width, 0)
}
