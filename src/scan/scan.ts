// A note goes in, spans come out: its start and its turns, which cover every
// character once. Nothing is read here but where things are.

import {type EachBoundary, findBoundaries} from './boundaries.ts'
import type {Boundary} from './boundary.ts'
import type {FenceLine} from './fence.ts'
import {type FrontmatterSpan, scanFrontmatter} from './frontmatter.ts'
import {skipBlankLine, skipBlankLines, trimEnd} from './line.ts'
import type {Seen} from './text.ts'

/** Where everything is in a note: its start and its turns cover it once. */
export interface Note {
  /** Offset after the byte order mark. */
  from: number
  frontmatter: FrontmatterSpan | undefined
  turns: Array<TurnSpan>
  /** Whether some content may have escapes. */
  escapes: boolean
}

/**
 * Where a turn is.
 *
 * ```markdown
 *   start
 * > | ### role::user␊
 *   |␊
 *     bodyStart
 * > | Hi␊
 *       bodyEnd
 *   |␊
 *     end
 * ```
 */
export interface TurnSpan {
  start: number
  bodyStart: number
  bodyEnd: number
  end: number
  /** Only the first turn may have none. */
  boundary: Boundary | undefined
  /** Code that is open where the turn ends. */
  openFence: FenceLine | undefined
}

/** Character that says how a file is encoded; it is no content. */
export const byteOrderMark = '\ufeff'

/** Find what is what in a note. */
export function scan(value: string): Note {
  const {from, frontmatter, contentStart} = scanStart(value)
  const seen = {escapes: false}
  const turns = scanTurns(value, contentStart, seen)
  return {from, frontmatter, turns, escapes: seen.escapes}
}

/** What stands before the content of a note. */
export interface NoteStart {
  /** Offset after the byte order mark. */
  from: number
  frontmatter: FrontmatterSpan | undefined
  /** Offset after both. */
  contentStart: number
}

/** Find what stands before the content of a note. */
export function scanStart(value: string): NoteStart {
  const from = value.startsWith(byteOrderMark) ? 1 : 0
  const frontmatter = scanFrontmatter(value, from)
  return {from, frontmatter, contentStart: frontmatter?.end ?? from}
}

/** Find the turns of `value` from `from` on, where a line starts. */
export function scanTurns(
  value: string,
  from: number,
  seen: Seen = {escapes: false}
): Array<TurnSpan> {
  return toTurns(value, from, findBoundaries(value, from, seen))
}

/** List what is around the boundaries of `value`. */
export function toTurns(
  value: string,
  from: number,
  eachBoundary: EachBoundary
): Array<TurnSpan> {
  const turns: Array<TurnSpan> = []
  forEachTurn(value, from, eachBoundary, turn => turns.push(turn))
  return turns
}

/** Hand over what is around the boundaries of `value`, in order. */
export function forEachTurn(
  value: string,
  from: number,
  eachBoundary: EachBoundary,
  take: (turn: TurnSpan) => void
): void {
  let last: Boundary | undefined
  let start = skipBlankLines(value, from, value.length)
  const openFence = eachBoundary(boundary => {
    const end = boundary.start
    if (start < end) take(toTurn(value, last, start, end, boundary.openFence))
    last = boundary
    start = end
  })
  const end = value.length
  if (start < end) take(toTurn(value, last, start, end, openFence))
}

function toTurn(
  value: string,
  boundary: Boundary | undefined,
  start: number,
  end: number,
  openFence: FenceLine | undefined
): TurnSpan {
  const contentStart = boundary ? boundary.end : start
  const bodyStart = skipBlankLines(value, contentStart, end)
  if (bodyStart < end) {
    const bodyEnd = trimEnd(value, bodyStart, end)
    return {start, bodyStart, bodyEnd, end, boundary, openFence}
  }
  // An empty turn keeps one blank line before the content that it may get.
  const empty = skipBlankLine(value, contentStart, end)
  return {start, bodyStart: empty, bodyEnd: empty, end, boundary, openFence}
}
