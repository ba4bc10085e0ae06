// Text goes in, the boundaries of its turns come out, in order, each once. Code
// that closes before the next one is passed over; from the first that may not,
// all lines are listed and read, since later ones have a say.

import {type Boundary, toBareBoundary, toBoundary} from './boundary.ts'
import type {FenceLine} from './fence.ts'
import {createPackedLines} from './line-list.ts'
import {
  createSearch,
  nextStart,
  passOverCode,
  type Search,
  takeBoundaryLine,
  takeLines
} from './lines.ts'
import {createReading, type Reading, readLine} from './reading.ts'
import type {Seen, Text} from './text.ts'

/** Hands boundaries over in order; gives the code that the last turn leaves open. */
export type EachBoundary = (
  take: (boundary: Boundary) => void
) => FenceLine | undefined

/**
 * How many characters are searched at once.
 *
 * Each kind of line is looked for on its own, which is faster if the text still
 * is in a cache.
 */
const defaultWindowSize = 65_536

/**
 * Find the boundaries in `value`, where lines start at `from`.
 *
 * Each is handed over at once, so that what it is made of can be dropped: with a
 * list of all, collecting garbage would take longer the longer the note is.
 */
export function findBoundaries(
  value: string,
  from: number,
  seen: Seen,
  windowSize: number = defaultWindowSize
): EachBoundary {
  return take => {
    const text = {value, window: value, from, seen}
    const rest = readWindows(text, windowSize, take)
    if (rest === value.length) return undefined
    const lines = createPackedLines()
    takeLines(createSearch(text, rest), line => lines.push(line))
    return readAll(createReading(value, lines), take)
  }
}

/**
 * Find boundaries window by window, up to code that may not close: gives where
 * that is, or the end.
 */
function readWindows(
  text: Text,
  windowSize: number,
  take: (boundary: Boundary) => void
): number {
  const {value, from} = text
  let offset = from
  let size = windowSize
  while (offset < value.length) {
    const end = findWindowEnd(value, offset + size)
    const window = value.slice(0, end)
    const search = createSearch({...text, window}, offset)
    offset = readWindow(search, take)
    if (offset >= end) {
      size = windowSize
    } else if (end === value.length || nextStart(search) < end) {
      return offset
    } else {
      // The code may close after the window.
      size *= 2
    }
  }
  return value.length
}

/** Find where a window ends: at the end of the line that `offset` is in. */
function findWindowEnd(value: string, offset: number): number {
  const lineFeed = offset < value.length ? value.indexOf('\n', offset) : -1
  return lineFeed === -1 ? value.length : lineFeed + 1
}

/** Find the boundaries of a window: gives where it ends, or code that is open. */
function readWindow(
  search: Search,
  take: (boundary: Boundary) => void
): number {
  const {value, window} = search.text
  let next = window.length
  while (passOverCode(search)) {
    const line = takeBoundaryLine(search)
    if (!line) return next
    const boundary =
      line.kind === 'delimiter'
        ? toBoundary(value, line, line, line, search.header)
        : toBareBoundary(value, line)
    const {end} = boundary
    // Note: the header of a delimiter may stand after the window.
    next = Math.max(next, end)
    const taken = Math.min(end, window.length)
    while (nextStart(search) < taken) takeBoundaryLine(search)
    take(boundary)
  }
  return Math.min(search.backticks.start, search.tildes.start)
}

/** Read all lines; what is code hangs on those that come later. */
function readAll(
  state: Reading,
  take: (boundary: Boundary) => void
): FenceLine | undefined {
  while (state.index < state.lines.length) {
    const boundary = readLine(state)
    if (boundary) take(boundary)
  }
  return state.fence
}
