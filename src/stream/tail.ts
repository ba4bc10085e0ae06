// The part of a growing note that is not final: its complete lines come in, one
// by one, and when a boundary is certain, the text before it goes out. Lines
// that cannot matter are put on a pile unread, so a long turn costs by its
// lines; the pile is looked at when a boundary comes.

import type {Boundary} from '../dialects/boundary.ts'
import type {Dialect} from '../dialects/dialect.ts'
import type {TurnSpan} from '../dialects/note.ts'
import {readLine} from '../scan/lines.ts'
import {
  addText,
  addLine as addToReader,
  createReader,
  type Reader,
  readAll
} from '../scan/reader.ts'
import {createCut} from '../scan/scan.ts'
import {skipBlankLines} from '../text/line.ts'

/** The tail of a note, and the reading of its lines. */
export interface Tail {
  reader: Reader
  value: string
  /** Offset at which it starts, in all that was added. */
  start: number
  /** Offset after it. */
  end: number
  /** Boundary that it starts with, if it does. */
  first: Boundary | undefined
}

/** Turns that are final, in the text they are in. */
export interface Cut {
  value: string
  turns: Array<TurnSpan>
}

/** Start to read a tail. */
export function createTail(dialect: Dialect): Tail {
  const reader = createReader(dialect)
  return {reader, value: '', start: 0, end: 0, first: undefined}
}

/** Add a line with its line ending; returns the turns that it makes final. */
export function addLine(tail: Tail, value: string): Cut | undefined {
  const {reader, end} = tail
  tail.value += value
  tail.end += value.length
  if (skipBlankLines(value, 0, value.length) === value.length) return undefined
  const line = readLine(value, 0, reader.dialect)
  // Note: nobody asks for the offsets within a line.
  if (line) {
    addToReader(reader, {...line, start: end, end: line.end + end})
  } else {
    addText(reader)
  }
  return cutOff(tail)
}

/** Cut off the final text. */
function cutOff(tail: Tail): Cut | undefined {
  const {reader, start, first} = tail
  const found: Array<Boundary> = first ? [first] : []
  readAll(reader, boundary => found.push(boundary))
  const last = found[found.length - 1]
  if (!last || last.start === start) {
    tail.first = last
    return undefined
  }
  const length = last.start - start
  const value = tail.value.slice(0, length)
  const turns: Array<TurnSpan> = []
  const cut = createCut(value, 0, turn => turns.push(turn))
  for (const each of found) cut.take(shift(each, start))
  tail.first = last
  tail.start += length
  tail.value = tail.value.slice(length)
  return {value, turns}
}

function shift(boundary: Boundary, offset: number): Boundary {
  const {start, end} = boundary
  return {...boundary, start: start - offset, end: end - offset}
}
