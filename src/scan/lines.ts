import {type DelimiterLine, findDelimiter} from './delimiter.ts'
import {
  createFenceWalk,
  type FenceLine,
  type FenceWalk,
  passCode,
  toFence,
  walkToFence
} from './fence.ts'
import {findHeader, type HeaderLine} from './header.ts'

/** A line that can matter to where turns start. */
export type Line = DelimiterLine | FenceLine | HeaderLine

/** What the search for lines comes across. */
export interface Seen {
  /** Whether something may be an escape (see “Escapes” in `docs/syntax.md`). */
  escapes: boolean
}

/** The next line of each kind. */
interface Search {
  value: string
  from: number
  seen: Seen
  delimiter: DelimiterLine | undefined
  header: HeaderLine | undefined
  backticks: FenceWalk
  tildes: FenceWalk
}

/**
 * Find the lines that can matter, in order: delimiters, headers that need no
 * delimiter, and code fences. All others are not looked at.
 */
export function scanLines(value: string, from: number): Array<Line> {
  return takeAll(createSearch(value, from, {escapes: false}), [])
}

/**
 * Find the lines that do matter to where turns start: those, but for code that
 * closes before any delimiter or header, as nearly all code does.
 */
export function scanStructure(
  value: string,
  from: number,
  seen: Seen
): Array<Line> {
  const search = createSearch(value, from, seen)
  const lines: Array<Line> = []
  while (passAllCode(search)) {
    const line = takeBoundary(search)
    if (!line) return lines
    lines.push(line)
  }
  // From here on it hangs on all the lines what is code.
  return takeAll(search, lines)
}

function createSearch(value: string, from: number, seen: Seen): Search {
  return {
    value,
    from,
    seen,
    delimiter: findDelimiter(value, from, from, seen),
    header: findHeader(value, from, from, seen),
    backticks: createFenceWalk(value, '`', from),
    tildes: createFenceWalk(value, '~', from)
  }
}

/**
 * Pass over code up to the next delimiter or header; `false` if that may be in
 * code.
 */
function passAllCode(search: Search): boolean {
  const {backticks, tildes} = search
  const end = nextStart(search)
  while (true) {
    const isBackticks = backticks.start < tildes.start
    const fences = isBackticks ? backticks : tildes
    const others = isBackticks ? tildes : backticks
    if (fences.start >= end) return true
    const codeEnd = passCode(fences, end)
    if (codeEnd === -1) return false
    // In code, those of the other marker are text.
    if (others.start < codeEnd) walkToFence(others, codeEnd)
  }
}

function takeAll(search: Search, lines: Array<Line>): Array<Line> {
  const {backticks, tildes} = search
  while (true) {
    const fences = backticks.start < tildes.start ? backticks : tildes
    if (fences.start < nextStart(search)) {
      lines.push(toFence(fences))
      walkToFence(fences, fences.end)
    } else {
      const line = takeBoundary(search)
      if (!line) return lines
      lines.push(line)
    }
  }
}

/** Find where the next delimiter or header starts, or the value ends. */
function nextStart({value, delimiter, header}: Search): number {
  const end = delimiter ? delimiter.start : value.length
  return header && header.start < end ? header.start : end
}

/** Take the next delimiter or header. */
function takeBoundary(search: Search): DelimiterLine | HeaderLine | undefined {
  const {value, from, seen, delimiter, header} = search
  if (delimiter && !(header && header.start < delimiter.start)) {
    search.delimiter = findDelimiter(value, delimiter.end, from, seen)
    return delimiter
  }
  if (header) search.header = findHeader(value, header.end, from, seen)
  return header
}
