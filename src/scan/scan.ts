// A note goes in, spans come out: its start and its turns, which cover every
// character once. Nothing is read here but where things are.

import type {Boundary} from '../dialects/boundary.ts'
import type {Dialect} from '../dialects/dialect.ts'
import type {Note, TurnSpan} from '../dialects/note.ts'
import {type FrontmatterSpan, scanFrontmatter} from '../text/frontmatter.ts'
import {
  byteOrderMark,
  nextLine,
  skipBlankLine,
  skipBlankLines,
  trimEnd
} from '../text/line.ts'
import {forEachLine} from './lines.ts'
import {
  addLine,
  addText,
  createReader,
  endLines,
  isIdle,
  readAll
} from './reader.ts'

/** Find the parts of a note. */
export function scan(value: string, dialect: Dialect): Note {
  const {from, frontmatter, contentStart} = scanStart(value)
  const turns = scanTurns(value, contentStart, dialect)
  return {value, from, frontmatter, turns}
}

/** The start of a note, before its content. */
export interface NoteStart {
  /** Offset after the byte order mark. */
  from: number
  frontmatter: FrontmatterSpan | undefined
  /** Offset after both. */
  contentStart: number
}

/** Find the start of a note. */
export function scanStart(value: string): NoteStart {
  const from = value.startsWith(byteOrderMark) ? 1 : 0
  const frontmatter = scanFrontmatter(value, from)
  return {from, frontmatter, contentStart: frontmatter?.end ?? from}
}

/** Find the turns of `value` from `from` on, where a line starts. */
export function scanTurns(
  value: string,
  from: number,
  dialect: Dialect
): Array<TurnSpan> {
  const turns: Array<TurnSpan> = []
  forEachTurn(value, from, dialect, turn => turns.push(turn))
  return turns
}

/**
 * Hand over the turns of `value` in order, from `from` on.
 *
 * Note: one by one, so that the parts of a turn can be dropped: with a list of
 * all, collecting garbage takes longer the longer a note is.
 */
export function forEachTurn(
  value: string,
  from: number,
  dialect: Dialect,
  take: (turn: TurnSpan) => void
): void {
  const cut = createCut(value, from, take)
  const reader = createReader(dialect)
  forEachLine(value, from, dialect, {
    takeLine: line => addLine(reader, line),
    takeText() {
      addText(reader)
      readAll(reader, cut.take)
    },
    canPassCode() {
      readAll(reader, cut.take)
      return isIdle(reader)
    }
  })
  endLines(reader)
  readAll(reader, cut.take)
  cut.end()
}

/** Cuts a text into turns. */
export interface Cut {
  /** End a turn before a boundary. */
  take(boundary: Boundary): void
  /** End the last turn. */
  end(): void
}

/** Start to cut `value` into turns, from `from` on. */
export function createCut(
  value: string,
  from: number,
  take: (turn: TurnSpan) => void
): Cut {
  let last: Boundary | undefined
  let start = skipBlankLines(value, from, value.length)
  const cutAt = (end: number, next: Boundary | undefined) => {
    if (start < end) take(toTurn(value, last, start, end))
    start = end
    last = next
  }
  return {
    take: boundary => cutAt(boundary.start, boundary),
    end: () => cutAt(value.length, undefined)
  }
}

function toTurn(
  value: string,
  boundary: Boundary | undefined,
  start: number,
  end: number
): TurnSpan {
  const contentStart = boundary ? nextLine(value, boundary.end) : start
  const bodyStart = skipBlankLines(value, contentStart, end)
  if (bodyStart < end) {
    const bodyEnd = trimEnd(value, bodyStart, end)
    return {start, bodyStart, bodyEnd, end, boundary}
  }
  // An empty turn keeps one blank line before the content that it may get.
  const empty = skipBlankLine(value, contentStart, end)
  return {start, bodyStart: empty, bodyEnd: empty, end, boundary}
}
