// Credibility of fences. Lines come in one by one; for each fence it is settled,
// once, whether it closes credibly: that may depend on fences after its close,
// and so on up to the next delimiter outside code. Each line is looked at a fixed
// number of times, however many fences depend on each other.

import type {MarkLine} from '../dialects/boundary.ts'
import type {Dialect} from '../dialects/dialect.ts'
import {closes, type FenceLine, type Marker} from '../text/fence.ts'
import type {Line} from './lines.ts'

/** A line in its place among the others. */
export interface LineNode {
  line: Line
  next: LineNode | undefined
  /** Whether text stands between it and the next. */
  textAfter: boolean
  /** Fence that closes it so that it can be believed, once that is settled. */
  close: LineNode | 'none' | undefined
  /** Whether all fences from here, outside code, can be believed, once settled. */
  sound: boolean | undefined
  /** How far that was looked into. */
  ahead: LineNode | undefined
}

/** The lines so far. */
export interface Fences {
  dialect: Dialect
  newest: LineNode
  /** Fences that nothing closes yet, each longer than those after it. */
  pending: Record<Marker, Array<LineNode>>
  /** Whether no more lines come. */
  ended: boolean
}

/** Start without lines. */
export function createFences(dialect: Dialect): Fences {
  const line: Line = {
    kind: 'mark',
    opens: 'no',
    goesOn: false,
    start: 0,
    end: 0,
    indent: 0
  }
  const pending = {'`': [], '~': []}
  return {dialect, newest: toNode(line), pending, ended: false}
}

function toNode(line: Line): LineNode {
  return {
    line,
    next: undefined,
    textAfter: false,
    close: undefined,
    sound: undefined,
    ahead: undefined
  }
}

/** Add a line: it may close fences, or make that they cannot be believed. */
export function addToFences(fences: Fences, line: Line): void {
  const node = toNode(line)
  fences.newest.next = node
  fences.newest = node
  const {pending} = fences
  if (line.kind === 'fence') {
    // People who nest use longer fences outside.
    settle(pending[line.marker], line.size, line.info ? 'none' : node)
    pending[line.marker].push(node)
  } else if (line.opens === 'hard') {
    settle(pending['`'], Infinity, 'none')
    settle(pending['~'], Infinity, 'none')
  }
}

/** Settle the close of all fences that are no longer than `size`. */
function settle(
  pending: Array<LineNode>,
  size: number,
  close: LineNode | 'none'
): void {
  while (pending.length > 0) {
    const node = pending[pending.length - 1] as LineNode
    if ((node.line as FenceLine).size > size) return
    node.close = close
    pending.pop()
  }
}

/** Drop all that no later line can change: a boundary ends at the newest line. */
export function forgetPending({pending}: Fences): void {
  if (pending['`'].length > 0) pending['`'] = []
  if (pending['~'].length > 0) pending['~'] = []
}

/**
 * Whether the fence at `node`, and each one from its close to the next delimiter
 * outside code or the end, can be believed; `undefined` if later lines tell.
 */
export function isSound(fences: Fences, node: LineNode): boolean | undefined {
  const path: Array<LineNode> = []
  let here = node
  let sound: boolean | undefined
  while (true) {
    path.push(here)
    const step = here.sound ?? here.ahead ?? lookAhead(fences, here)
    if (typeof step !== 'object') {
      sound = step
      break
    }
    here = step
  }
  for (const passed of path) {
    passed.sound = sound
    // Note: whoever comes here again need not go all the way.
    passed.ahead = passed === here ? undefined : here
  }
  return sound
}

/** Look from outside code at `node`: settled, later lines tell, or go on there. */
function lookAhead(
  fences: Fences,
  node: LineNode
): LineNode | boolean | undefined {
  const {line} = node
  const end = fences.ended ? true : undefined
  if (line.kind === 'mark') {
    const isBoundary = line.opens === 'soft' || line.opens === 'hard'
    return isBoundary || (node.next ?? end)
  }
  const taken = unwrap(fences, node)
  if (taken === 'undecided') return undefined
  if (taken || node.close === 'none') return !!taken
  if (!node.close) return fences.ended ? false : undefined
  return node.close.next ?? end
}

/** Lines of a boundary, and the last line that it takes. */
export interface Taken {
  lines: Array<MarkLine>
  last: LineNode
}

/**
 * Take the lines of a boundary that starts with `first`; the others come right
 * after `last`.
 */
export function takeMarks(
  {dialect, ended}: Fences,
  first: MarkLine,
  last: LineNode
): Taken | 'undecided' {
  const lines = [first]
  let measure = dialect.measure(lines)
  let node = last
  while (measure.open) {
    const {next, textAfter} = node
    if (!textAfter && !next && !ended) return 'undecided'
    if (textAfter || next?.line.kind !== 'mark') break
    lines.push(next.line)
    node = next
    measure = dialect.measure(lines)
  }
  const {length} = measure
  if (length === lines.length) return {lines, last: node}
  node = last
  for (let index = 1; index < length; index++) node = node.next as LineNode
  return {lines: lines.slice(0, length), last: node}
}

/**
 * Read the fence at `node` as one that a tool put around a delimiter: it holds
 * nothing else, and a header follows. The boundary takes the fence.
 */
export function unwrap(
  fences: Fences,
  node: LineNode
): Taken | 'undecided' | undefined {
  if (!fences.dialect.unwrapsFences || node.textAfter) return undefined
  const later = fences.ended ? undefined : 'undecided'
  const mark = node.next
  if (!mark) return later
  const isDelimiter = mark.line.kind === 'mark' && mark.line.opens === 'soft'
  if (!isDelimiter || mark.textAfter) return undefined
  const close = mark.next
  if (!close) return later
  if (close.line.kind !== 'fence') return undefined
  if (!closes(close.line, node.line as FenceLine)) return undefined
  const taken = takeMarks(fences, mark.line as MarkLine, close)
  return taken === 'undecided' || taken.lines.length > 1 ? taken : undefined
}
