import {createLines, toPoint} from '../../text/point.ts'

/** Find the line and column of an offset, both from 1. */
export function toLineColumn(
  value: string,
  offset: number
): {line: number; column: number} {
  const {line, column} = toPoint(createLines(value), offset)
  return {line, column}
}
