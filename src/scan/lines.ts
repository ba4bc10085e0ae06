// Text goes in, the lines that can matter come out: one search for each kind,
// side by side, so that no other line is looked at.

import {type DelimiterLine, findDelimiter} from './delimiter.ts'
import {
  createFenceWalk,
  type FenceLine,
  type FenceWalk,
  passCode,
  toFence,
  walkToFence
} from './fence.ts'
import {findHeader, type HeaderLine, type HeaderPlace} from './header.ts'
import type {Text} from './text.ts'

/** A line that can matter to where turns start. */
export type Line = DelimiterLine | FenceLine | HeaderPlace

/** A search for the lines that can matter: the next of each kind. */
export interface Search {
  text: Text
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
  const lines: Array<Line> = []
  const seen = {escapes: false}
  const search = createSearch({value, window: value, from, seen}, from)
  takeLines(search, line => {
    lines.push(line)
  })
  return lines
}

/** Start to search `text` at `offset`, where a line starts. */
export function createSearch(text: Text, offset: number): Search {
  return {
    text,
    delimiter: findDelimiter(text, offset),
    header: findHeader(text, offset),
    backticks: createFenceWalk(text, '`', offset),
    tildes: createFenceWalk(text, '~', offset)
  }
}

/**
 * Pass over code that closes before the next delimiter or header, as nearly all
 * code does; `false` if that line may be in code.
 */
export function passOverCode(search: Search): boolean {
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

/** Take all lines that are left, in order. */
export function takeLines(search: Search, take: (line: Line) => void): void {
  const {backticks, tildes} = search
  while (true) {
    const fences = backticks.start < tildes.start ? backticks : tildes
    if (fences.start < nextStart(search)) {
      take(toFence(fences))
      walkToFence(fences, fences.end)
    } else {
      const line = takeBoundaryLine(search)
      if (!line) return
      take(line)
    }
  }
}

/** Take the next delimiter or header. */
export function takeBoundaryLine(
  search: Search
): DelimiterLine | HeaderLine | undefined {
  const {text, delimiter, header} = search
  if (delimiter && !(header && header.start < delimiter.start)) {
    search.delimiter = findDelimiter(text, delimiter.end)
    return delimiter
  }
  if (header) search.header = findHeader(text, header.end)
  return header
}

/** Find where the next delimiter or header starts, or the window ends. */
export function nextStart({text, delimiter, header}: Search): number {
  const end = delimiter ? delimiter.start : text.window.length
  return header && header.start < end ? header.start : end
}
