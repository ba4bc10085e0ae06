import type {Point} from 'unist'
import {lineEnd, nextLine} from './line.ts'

/** Starts of the lines of a file, as far as they are known. */
export interface Lines {
  value: string
  /** Offsets of the starts, then one after the end of the file. */
  starts: Array<number>
  /** Whether LF is the only line ending, which is faster to find. */
  plain: boolean
}

/** Start to look at the lines of `value`. */
export function createLines(value: string): Lines {
  return {value, starts: [0], plain: !value.includes('\r')}
}

/** Find the point of `offset`: each line is looked at once, whatever is asked. */
export function toPoint(lines: Lines, offset: number): Point {
  const {starts} = lines
  const known = starts.length
  while ((starts[starts.length - 1] as number) <= offset) addLine(lines)
  // Asked in order, the line is among the last that were added.
  let low = (starts[known - 1] as number) <= offset ? known - 1 : 0
  let high = starts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle
  }
  return {line: low + 1, column: offset - (starts[low] as number) + 1, offset}
}

function addLine({value, starts, plain}: Lines): void {
  starts.push(findNext(value, starts[starts.length - 1] as number, plain))
}

/** Where a walk over the lines of a file is; it goes forward only. */
export interface LineWalk {
  value: string
  /** Number of the line. */
  line: number
  /** Offset of its start. */
  start: number
  /** Offset of the next line, after the end of the file if there is none. */
  next: number
  /** Whether LF is the only line ending. */
  plain: boolean
}

/** Start to walk over the lines of `value`. */
export function createWalk(value: string): LineWalk {
  const plain = !value.includes('\r')
  return {value, line: 1, start: 0, next: findNext(value, 0, plain), plain}
}

/** Walk to the point of `offset`, which is at or after that of the last one. */
export function walkTo(walk: LineWalk, offset: number): Point {
  const {value, plain} = walk
  let {line, start, next} = walk
  while (next <= offset) {
    line++
    start = next
    next = findNext(value, start, plain)
  }
  walk.line = line
  walk.start = start
  walk.next = next
  return {line, column: offset - start + 1, offset}
}

/**
 * Find the start of the line after that at `start`, or an offset after the end.
 *
 * Note: with `Infinity`, V8 would box each number that is written.
 */
function findNext(value: string, start: number, plain: boolean): number {
  if (plain) {
    const end = value.indexOf('\n', start)
    return end === -1 ? value.length + 1 : end + 1
  }
  const end = lineEnd(value, start)
  return end === value.length ? end + 1 : nextLine(value, end)
}
