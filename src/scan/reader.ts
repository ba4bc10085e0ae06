// THE reader. Lines that can matter go in one by one, boundaries of turns come
// out, each as soon as no later line can change it. `parse` passes it all lines
// of a note, the stream those that have come so far.
//
// The only hard question is whether a delimiter in an open fence is code: an
// answer that was cut within code must not swallow the turns after it, and a
// note that quotes a chat in code must stay whole (“Code” in `docs/syntax.md`).
// It is code if the fence credibly closes, and that is for `fences.ts`.

import type {Boundary, MarkLine} from '../dialects/boundary.ts'
import type {Dialect} from '../dialects/dialect.ts'
import {closes, type FenceLine} from '../text/fence.ts'
import {
  addToFences,
  createFences,
  type Fences,
  forgetPending,
  isSound,
  type LineNode,
  type Taken,
  takeMarks,
  unwrap
} from './fences.ts'
import type {Line} from './lines.ts'

/** Where a reading is; it goes on once there are more lines. */
export interface Reader {
  dialect: Dialect
  fences: Fences
  /** Line before the next one to be read. */
  last: LineNode
  /** Line that opens the code that the next line is in. */
  open: LineNode | undefined
}

/** Start to read, outside code. */
export function createReader(dialect: Dialect): Reader {
  const fences = createFences(dialect)
  return {dialect, fences, last: fences.newest, open: undefined}
}

/** Add a line. */
export function addLine({fences}: Reader, line: Line): void {
  addToFences(fences, line)
}

/** Say that text stands between the last line and the next. */
export function addText({fences}: Reader): void {
  fences.newest.textAfter = true
}

/** Whether all lines so far are read, and the next is outside code. */
export function isIdle({fences, last, open}: Reader): boolean {
  return last === fences.newest && !open
}

/** Say that no more lines come. */
export function endLines({fences}: Reader): void {
  fences.ended = true
}

/** Read on to the next boundary; none if later lines have a say. */
function readBoundary(reader: Reader): Boundary | undefined {
  let node = reader.last.next
  while (node) {
    const found = reader.open
      ? inCode(reader, node, reader.open)
      : outsideCode(reader, node)
    if (found === 'undecided') return undefined
    if (found !== 'nothing') return found
    node = reader.last.next
  }
  return undefined
}

/** Read on through all boundaries that no later line can change. */
export function readAll(reader: Reader, take: (found: Boundary) => void): void {
  let found = readBoundary(reader)
  while (found) {
    take(found)
    found = readBoundary(reader)
  }
}

type Found = Boundary | 'nothing' | 'undecided'

function outsideCode(reader: Reader, node: LineNode): Found {
  if (node.line.kind === 'mark') {
    return node.line.opens === 'no' ? pass(reader, node) : atMark(reader, node)
  }
  const taken = unwrap(reader.fences, node)
  if (taken) return finish(reader, node, taken, true)
  reader.open = node
  return pass(reader, node)
}

function inCode(reader: Reader, node: LineNode, open: LineNode): Found {
  const {line} = node
  const fence = open.line as FenceLine
  if (line.kind === 'fence') {
    if (closes(line, fence)) reader.open = undefined
    return pass(reader, node)
  }
  if (line.opens === 'hard') return atMark(reader, node)
  if (line.opens !== 'soft') return pass(reader, node)
  // With less indentation, a list item that held the fence has ended.
  const isCode = line.indent >= fence.indent && isSound(reader.fences, open)
  if (isCode === undefined) return 'undecided'
  return isCode ? pass(reader, node) : atMark(reader, node)
}

function atMark(reader: Reader, node: LineNode): Found {
  const taken = takeMarks(reader.fences, node.line as MarkLine, node)
  return finish(reader, node, taken, false)
}

function pass(reader: Reader, node: LineNode): 'nothing' {
  reader.last = node
  return 'nothing'
}

/** Make a boundary that starts at `node`. */
function finish(
  reader: Reader,
  node: LineNode,
  taken: Taken | 'undecided',
  fenced: boolean
): Found {
  if (taken === 'undecided') return taken
  const {lines, last} = taken
  if (lines.length === 0) return pass(reader, node)
  const {dialect, fences} = reader
  reader.last = last
  reader.open = undefined
  if (last === fences.newest) forgetPending(fences)
  return {
    start: node.line.start,
    end: last.line.end,
    lines,
    fenced,
    speaker: dialect.readSpeaker(lines)
  }
}
