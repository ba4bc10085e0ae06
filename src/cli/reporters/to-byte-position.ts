import {createLines, toPoint} from '../../text/point.ts'

/** A line, and a column in bytes of UTF-8, both from 1. */
export interface BytePosition {
  line: number
  column: number
}

/** Make the finder of positions of offsets; the text is walked over once. */
export function createBytePositions(
  value: string
): (offset: number) => BytePosition {
  const lines = createLines(value)
  const bytes = countBytes(value)
  return offset => {
    const {line, column} = toPoint(lines, offset)
    // Each offset up to the end of the text has a count.
    const before = bytes[offset - column + 1] as number
    return {line, column: (bytes[offset] as number) - before + 1}
  }
}

/** Count the bytes of UTF-8 before each offset. */
function countBytes(value: string): Uint32Array {
  const bytes = new Uint32Array(value.length + 1)
  let count = 0
  for (let offset = 0; offset < value.length; offset++) {
    const code = value.charCodeAt(offset)
    // Note: four bytes of a pair, two for each half.
    if (code < 0x80) count += 1
    else if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) count += 2
    else count += 3
    bytes[offset + 1] = count
  }
  return bytes
}
