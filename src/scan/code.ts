// What is code and what is structure: lines that can matter come in, and for
// each fence goes out whether its close can be believed. An answer that was
// cut within code must not swallow the turns after it, and a note that quotes
// a chat in code must stay whole (see “Code” in `docs/syntax.md`).

import type {DelimiterLine} from './delimiter.ts'
import {closes, type FenceLine, type Marker} from './fence.ts'
import {
  type HeaderLine,
  type ModelLine,
  readHeader,
  readModelLine
} from './header.ts'
import {nextLine, skipBlankLines} from './line.ts'
import type {LineList} from './line-list.ts'
import type {Line} from './lines.ts'

/**
 * For each line, whether it is a fence that opens code and credibly closes;
 * `undefined` if text that is not there yet may tell.
 */
export type Credibility = ReadonlyArray<boolean | undefined>

/** What is known of the lines after the current one, walking up from the end. */
interface Below {
  /** Fences that can close, per marker: nearest last, each longer than the next. */
  closers: Record<Marker, Array<Located>>
  /** Fences with an info string, in the same way. */
  openers: Record<Marker, Array<Located>>
  /** Index of the nearest hard delimiter. */
  hard: number
}

/** A fence and its index among the lines. */
interface Located {
  index: number
  size: number
}

/**
 * Settle in one pass from the end which fences credibly close. The close of a
 * fence is its first closing fence; to be credible,
 *
 * - no fence with an info string that it would close as well may come first,
 *   since people who nest use longer fences outside;
 * - no hard delimiter may come first;
 * - and every fence from there to the next delimiter outside code, or the end,
 *   must close so too.
 */
export function settleFences(value: string, lines: LineList): Credibility {
  const credible = new Array<boolean>(lines.length).fill(false)
  // Whether all fences close so, reading from outside code at this line on.
  const sound = new Array<boolean>(lines.length + 1).fill(true)
  const below: Below = {
    closers: {'`': [], '~': []},
    openers: {'`': [], '~': []},
    hard: lines.length
  }
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines.at(index) as Line
    if (line.kind === 'fence') {
      const close = findClose(line, below)
      credible[index] = close !== -1 && sound[close + 1] === true
      sound[index] =
        credible[index] || fencedDelimiter(value, lines, index) !== undefined
      const same = line.info ? below.openers : below.closers
      insert(same[line.marker], {index, size: line.size})
    } else if (line.kind === 'delimiter') {
      if (line.hard) below.hard = index
    } else {
      sound[index] = sound[index + 1] === true
    }
  }
  return credible
}

/** Find the index of the close of `fence`, or `-1` if it has no credible one. */
function findClose(fence: FenceLine, below: Below): number {
  const close = nearest(below.closers[fence.marker], fence.size)
  const opener = nearest(below.openers[fence.marker], fence.size)
  if (close === Infinity || opener < close || below.hard < close) return -1
  return close
}

/** Put a fence before all that come later; those no longer than it are hidden. */
function insert(located: Array<Located>, fence: Located): void {
  while ((located.at(-1)?.size ?? Infinity) <= fence.size) located.pop()
  located.push(fence)
}

/** Find the index of the nearest fence of at least `size`. */
function nearest(located: ReadonlyArray<Located>, size: number): number {
  let low = 0
  let high = located.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((located[middle] as Located).size >= size) low = middle + 1
    else high = middle
  }
  return located[low - 1]?.index ?? Infinity
}

/** A delimiter that a tool put in a fence of its own. */
export interface FencedDelimiter {
  delimiter: DelimiterLine
  close: FenceLine
}

/**
 * Read the fence at `index` as one that holds nothing but a delimiter and is
 * followed by a header: the fence is part of the boundary.
 */
export function fencedDelimiter(
  value: string,
  lines: LineList,
  index: number
): FencedDelimiter | undefined {
  const open = lines.at(index) as FenceLine
  const delimiter = lines.at(index + 1)
  if (delimiter?.kind !== 'delimiter' || delimiter.hard) return undefined
  const close = lines.at(index + 2)
  if (close?.kind !== 'fence' || !closes(close, open)) return undefined
  if (!blankBetween(value, open, delimiter)) return undefined
  if (!blankBetween(value, delimiter, close)) return undefined
  return findOwnHeader(value, close.end) ? {delimiter, close} : undefined
}

function blankBetween(value: string, line: Line, next: Line): boolean {
  return (
    skipBlankLines(value, nextLine(value, line.end), next.start) === next.start
  )
}

/** The header of a delimiter, and the model span on the line before it. */
export interface OwnHeader {
  header: HeaderLine
  modelLine: ModelLine | undefined
}

/**
 * Find the header on the first line after `offset` that is not blank; `known`
 * is one that may be it, so that it need not be read again.
 */
export function findOwnHeader(
  value: string,
  offset: number,
  known?: HeaderLine | undefined
): OwnHeader | undefined {
  const start = skipBlankLines(value, nextLine(value, offset), value.length)
  const header = known?.start === start ? known : readHeader(value, start)
  if (header) return {header, modelLine: undefined}
  const modelLine = readModelLine(value, start)
  if (!modelLine) return undefined
  const next = skipBlankLines(value, modelLine.next, value.length)
  const after = readHeader(value, next)
  return after && after.model === undefined
    ? {header: after, modelLine}
    : undefined
}
