// Text goes in, the lines that can matter to where turns start come out: those
// of the dialect and code fences. No other line is looked at, but for the next
// one after such a line, since only blank lines may stand within a boundary.

import type {MarkLine} from '../dialects/boundary.ts'
import type {Dialect} from '../dialects/dialect.ts'
import {type FenceLine, fenceNeedles, readFence} from '../text/fence.ts'
import {lineEnd, lineStart, nextLine, skipBlankLines} from '../text/line.ts'

/** A line that can matter to where turns start. */
export type Line = FenceLine | MarkLine

/** Takes lines in order. */
export interface LineTaker {
  /** Take a line that can matter. */
  takeLine(line: Line): void
  /** Hear that the next line that is not blank does not matter. */
  takeText(): void
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
  const needles = [...fenceNeedles, ...dialect.needles]
  // For each needle, where it is next.
  const hits = needles.map(() => -1)
  let end = from
  let after = from
  while (true) {
    let hit = value.length
    for (let index = 0; index < hits.length; index++) {
      if ((hits[index] as number) < end) {
        hits[index] = find(value, needles[index] as string, end)
      }
      if ((hits[index] as number) < hit) hit = hits[index] as number
    }
    if (hit === value.length) return
    const line = readLine(value, lineStart(value, hit, from), dialect)
    if (line) {
      if (skipBlankLines(value, after, line.start) < line.start) {
        taker.takeText()
      }
      end = takeLines(value, line, dialect, taker)
      after = nextLine(value, end)
    } else {
      end = lineEnd(value, hit)
    }
  }
}

/**
 * Take a line, and those right after it, where a boundary may go on in lines
 * without a needle: after a mark, and after the fence that may close around it.
 * Gives where the last one ends.
 */
function takeLines(
  value: string,
  first: Line,
  dialect: Dialect,
  taker: LineTaker
): number {
  let line = first
  let isAfterMark = false
  while (true) {
    taker.takeLine(line)
    const {kind, end} = line
    if (kind !== 'mark' && !isAfterMark) return end
    isAfterMark = kind === 'mark'
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
