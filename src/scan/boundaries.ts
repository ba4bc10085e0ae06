import {
  type Credibility,
  fencedDelimiter,
  findOwnHeader,
  settleFences
} from './code.ts'
import type {DelimiterLine} from './delimiter.ts'
import {closes, type FenceLine} from './fence.ts'
import {type HeaderLine, type ModelLine, readHeader} from './header.ts'
import {nextLine} from './line.ts'
import {createPackedLines, type LineList} from './line-list.ts'
import {
  createSearch,
  type Line,
  nextStart,
  passOverCode,
  type Seen,
  takeBoundaryLine,
  takeLines
} from './lines.ts'

/**
 * What opens a turn: a delimiter, a header, or both.
 *
 * ```markdown
 * > | <hr class="__chatgpt_plugin">
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   |
 * > | role::user
 *     ^^^^^^^^^^
 * ```
 */
export interface Boundary {
  /** Offset of its first line. */
  start: number
  /** Offset of the line after it. */
  end: number
  delimiter: DelimiterLine | undefined
  header: HeaderLine | undefined
  /** Line between the two that names the model. */
  modelLine: ModelLine | undefined
  /** Code that is still open where this boundary ends the turn before. */
  openFence: FenceLine | undefined
}

/** Hands boundaries over in order; gives the code that the last turn leaves open. */
export type EachBoundary = (
  take: (boundary: Boundary) => void
) => FenceLine | undefined

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

/**
 * Find the boundaries in `value`, where lines start at `from`.
 *
 * Each is handed over at once, so that what it is made of can be dropped: with a
 * list of all, collecting garbage would take longer the longer the note is.
 */
export function findBoundaries(
  value: string,
  from: number,
  seen: Seen
): EachBoundary {
  return take => {
    const search = createSearch(value, from, seen)
    while (passOverCode(search)) {
      const line = takeBoundaryLine(search)
      if (!line) return undefined
      const boundary =
        line.kind === 'delimiter'
          ? toBoundary(value, line, line, line, search.header)
          : atHeader(line, value)
      while (nextStart(search) < boundary.end) takeBoundaryLine(search)
      take(boundary)
    }
    const lines = createPackedLines()
    takeLines(search, line => lines.push(line))
    return readAll(createReading(value, lines), take)
  }
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
    return atHeader(readHeader(value, line.start) as HeaderLine, value)
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

/** Read a boundary on to its header, if it has one; `known` may be that. */
function toBoundary(
  value: string,
  first: Line,
  delimiter: DelimiterLine,
  last: Line,
  known?: HeaderLine | undefined
): Boundary {
  const own = findOwnHeader(value, last.end, known)
  return {
    start: first.start,
    end: nextLine(value, (own?.header ?? last).end),
    delimiter,
    header: own?.header,
    modelLine: own?.modelLine,
    openFence: undefined
  }
}

function atHeader(header: HeaderLine, value: string): Boundary {
  return {
    start: header.start,
    end: nextLine(value, header.end),
    delimiter: undefined,
    header,
    modelLine: undefined,
    openFence: undefined
  }
}

/** Read whose turn a boundary opens: the user’s without a header. */
export function readRole(boundary: Boundary | undefined): string {
  const role = boundary?.header?.role ?? 'user'
  return hasUpperCase(role) ? role.toLowerCase() : role
}

/** Read which model a boundary names. */
export function readModel(boundary: Boundary | undefined): string | undefined {
  return boundary?.header?.model ?? boundary?.modelLine?.model
}

/** Note: `toLowerCase` is slower by far, also where it has nothing to do. */
function hasUpperCase(role: string): boolean {
  for (let index = 0; index < role.length; index++) {
    const code = role.charCodeAt(index)
    if (code >= 65 && code <= 90) return true
  }
  return false
}
