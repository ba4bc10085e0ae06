import {type Boundary, toBareBoundary, toBoundary} from './boundary.ts'
import {type Credibility, fencedDelimiter, settleFences} from './code.ts'
import type {DelimiterLine} from './delimiter.ts'
import {closes, type FenceLine} from './fence.ts'
import {type HeaderLine, readHeader} from './header.ts'
import type {LineList} from './line-list.ts'
import type {Line} from './lines.ts'

/** Where a reading of the lines is; it can go on once there are more of them. */
export interface Reading {
  value: string
  lines: LineList
  /** Index of the next line. */
  index: number
  /** Fence of the code that line is in. */
  fence: FenceLine | undefined
  /** Index of that fence. */
  fenceIndex: number
  /** Settled when a delimiter in code first asks for it. */
  credibility: Credibility | undefined
}

/** Start to read `lines`, outside code. */
export function createReading(value: string, lines: LineList): Reading {
  return {
    value,
    lines,
    index: 0,
    fence: undefined,
    fenceIndex: -1,
    credibility: undefined
  }
}

/** Read the next line, and the whole boundary if one starts there. */
export function readLine(state: Reading): Boundary | undefined {
  return state.fence ? inCode(state, state.fence) : outsideCode(state)
}

function outsideCode(state: Reading): Boundary | undefined {
  const {value, lines, index} = state
  const line = lines.at(state.index++) as Line
  if (line.kind === 'delimiter') return atDelimiter(state, line, line, line)
  if (line.kind === 'header') {
    return toBareBoundary(value, readHeader(value, line.start) as HeaderLine)
  }
  const fenced = fencedDelimiter(value, lines, index)
  if (fenced) return atDelimiter(state, line, fenced.delimiter, fenced.close)
  state.fence = line
  state.fenceIndex = index
  return undefined
}

function inCode(state: Reading, fence: FenceLine): Boundary | undefined {
  const line = state.lines.at(state.index++) as Line
  if (line.kind === 'fence' && closes(line, fence)) state.fence = undefined
  if (line.kind !== 'delimiter') return undefined
  // An answer was cut within the code.
  const ended = endsCode(line, fence) || !isCredible(state)
  return ended ? atDelimiter(state, line, line, line) : undefined
}

/** Whether a delimiter is a boundary in code, credible or not. */
export function endsCode(line: DelimiterLine, fence: FenceLine): boolean {
  // With less indentation: a list item that held the fence has ended.
  return line.hard || line.indent < fence.indent
}

function isCredible(state: Reading): boolean {
  state.credibility ??= settleFences(state.value, state.lines)
  return state.credibility[state.fenceIndex] === true
}

function atDelimiter(
  state: Reading,
  first: Line,
  delimiter: DelimiterLine,
  last: Line
): Boundary {
  const {value, lines, fence} = state
  const boundary = toBoundary(value, first, delimiter, last)
  const {end} = boundary
  boundary.openFence = fence
  while ((lines.at(state.index)?.start ?? end) < end) state.index++
  state.fence = undefined
  return boundary
}
