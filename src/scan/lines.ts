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
  const hits = [...fenceNeedles, ...dialect.needles].map(needle => ({
    needle,
    offset: find(value, needle, from)
  }))
  while (true) {
    let hit = value.length
    for (const {offset} of hits) if (offset < hit) hit = offset
    if (hit === value.length) return
    let end = lineEnd(value, hit)
    let line = readLine(value, lineStart(value, hit, from), dialect)
    while (line) {
      taker.takeLine(line)
      end = line.end
      const next = skipBlankLines(value, nextLine(value, end), value.length)
      if (next === value.length) return
      line = readLine(value, next, dialect)
    }
    taker.takeText()
    for (const entry of hits) {
      if (entry.offset >= end) continue
      entry.offset = find(value, entry.needle, end)
    }
  }
}

/** Find a string, or the end. */
function find(value: string, needle: string, offset: number): number {
  const found = value.indexOf(needle, offset)
  return found === -1 ? value.length : found
}
