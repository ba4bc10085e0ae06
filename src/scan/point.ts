import type {Point} from 'unist'
import {lineEnd, nextLine} from './line.ts'

/** Where the lines of a file start, as far as they were asked for. */
export interface Lines {
  value: string
  /** Offsets of the starts, then `Infinity` once the file is at its end. */
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
  const start = starts[starts.length - 1] as number
  const end = plain ? value.indexOf('\n', start) : lineEnd(value, start)
  const last = end === -1 || end === value.length
  starts.push(last ? Infinity : nextLine(value, end))
}
