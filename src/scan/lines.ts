// Text goes in, the lines that can matter to where turns start come out: those
// of the dialect and code fences. No other line is looked at, but for the next
// one after such a line, since only blank lines may stand within a boundary.

import type {MarkLine} from '../dialects/boundary.ts'
import type {Dialect} from '../dialects/dialect.ts'
import {closes, type FenceLine, fenceNeedles, readFence} from '../text/fence.ts'
import {lineEnd, lineStart, nextLine, skipBlankLines} from '../text/line.ts'

/** A line that can matter to where turns start. */
export type Line = FenceLine | MarkLine

/** Takes lines in order. */
export interface LineTaker {
  /** Take a line that can matter. */
  takeLine(line: Line): void
  /** Hear that the next line that is not blank does not matter. */
  takeText(): void
  /** Whether code that closes before the next mark would change nothing. */
  canPassCode(): boolean
}

/** Read the line at `start`, if it can matter. */
export function readLine(
  value: string,
  start: number,
  dialect: Dialect
): Line | undefined {
  return dialect.readLine(value, start) ?? readFence(value, start)
}

/** Hand over the lines of `value` that can matter, from `from` on. */
export function forEachLine(
  value: string,
  from: number,
  dialect: Dialect,
  taker: LineTaker
): void {
  const marks = createSearch(value, dialect.needles)
  const fences = createSearch(value, fenceNeedles)
  let mark = -1
  let fence = -1
  let end = from
  let after = from
  while (true) {
    if (mark < end) mark = findNext(marks, end)
    if (fence < end) fence = findNext(fences, end)
    const hit = Math.min(mark, fence)
    if (hit === value.length) return
    const line = readLine(value, lineStart(value, hit, from), dialect)
    if (line) {
      if (skipBlankLines(value, after, line.start) < line.start) {
        taker.takeText()
      }
      const close =
        line.kind === 'fence' && taker.canPassCode()
          ? findClose(value, line, mark)
          : undefined
      end = close ?? takeLines(value, line, dialect, taker)
      if (close === undefined) after = nextLine(value, end)
    } else {
      end = lineEnd(value, hit)
    }
  }
}

/** Strings, and where each is next. */
interface Search {
  value: string
  needles: ReadonlyArray<string>
  hits: Array<number>
}

function createSearch(value: string, needles: ReadonlyArray<string>): Search {
  return {value, needles, hits: needles.map(() => -1)}
}

/** Find the first of the strings from `offset` on, or the end. */
function findNext({value, needles, hits}: Search, offset: number): number {
  let first = value.length
  for (let index = 0; index < hits.length; index++) {
    let hit = hits[index] as number
    if (hit < offset) {
      hit = find(value, needles[index] as string, offset)
      hits[index] = hit
    }
    if (hit < first) first = hit
  }
  return first
}

/** Find where the line ends that closes `fence`, if one does before `end`. */
function findClose(
  value: string,
  fence: FenceLine,
  end: number
): number | undefined {
  const sequence = fence.marker === '`' ? fenceNeedles[0] : fenceNeedles[1]
  let hit = value.indexOf(sequence, fence.end)
  while (hit !== -1 && hit < end) {
    const line = readFence(value, lineStart(value, hit, fence.end))
    if (line && closes(line, fence)) return line.end
    hit = value.indexOf(sequence, lineEnd(value, hit))
  }
  return undefined
}

/**
 * Take a line, and those right after it, where a boundary may go on in lines
 * without a needle: after some marks, and after a fence that closes around one.
 * Returns where the last one ends.
 */
function takeLines(
  value: string,
  first: Line,
  dialect: Dialect,
  taker: LineTaker
): number {
  let line = first
  let goesOn = false
  while (true) {
    taker.takeLine(line)
    const {end} = line
    const isLast = line.kind === 'mark' ? !line.goesOn : !goesOn
    if (isLast) return end
    goesOn = line.kind === 'mark'
    const start = skipBlankLines(value, nextLine(value, end), value.length)
    const next =
      start < value.length ? readLine(value, start, dialect) : undefined
    if (!next) return end
    line = next
  }
}

/** Find a string, or the end. */
function find(value: string, needle: string, offset: number): number {
  const found = value.indexOf(needle, offset)
  return found === -1 ? value.length : found
}
