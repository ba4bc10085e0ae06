import type {Line} from './lines.ts'

/** Lines in order; an array is such a list. */
export interface LineList {
  length: number
  /** Give the line at an index, `undefined` if there is none. */
  at(index: number): Line | undefined
}

/**
 * A list of lines as numbers, which become objects when they are asked for.
 *
 * A note may be made of nothing but such lines: as objects, they would take
 * several times its memory, and the collector would copy them.
 */
export interface PackedLines extends LineList {
  /** Add a line at the end. */
  push(line: Line): void
}

/** Numbers of a line: its start, end, size, and what else it is. */
const width = 4

/** How many lines are in a block: lists grow by those, without copies. */
const blockSize = 1024

const kinds = {header: 0, delimiter: 1, '`': 2, '~': 3}

/** Start a list of lines. */
export function createPackedLines(): PackedLines {
  const blocks: Array<Int32Array> = []
  return {length: 0, at, push}

  function push(this: PackedLines, line: Line): void {
    const index = this.length++
    if (index % blockSize === 0) blocks.push(new Int32Array(blockSize * width))
    const cells = blocks[Math.floor(index / blockSize)] as Int32Array
    const cell = (index % blockSize) * width
    cells[cell] = line.start
    cells[cell + 1] = line.end
    if (line.kind === 'fence') {
      cells[cell + 2] = line.size
      cells[cell + 3] = toTraits(kinds[line.marker], line.indent, line.info)
    } else if (line.kind === 'delimiter') {
      cells[cell + 3] = toTraits(kinds.delimiter, line.indent, line.hard)
    }
  }

  function at(this: PackedLines, index: number): Line | undefined {
    if (index >= this.length) return undefined
    const cells = blocks[Math.floor(index / blockSize)] as Int32Array
    const cell = (index % blockSize) * width
    const start = cells[cell] as number
    const end = cells[cell + 1] as number
    const size = cells[cell + 2] as number
    const traits = cells[cell + 3] as number
    const kind = traits & 3
    const indent = (traits >> 2) & 3
    const flag = traits > 15
    if (kind === kinds.header) return {kind: 'header', start, end}
    if (kind === kinds.delimiter) {
      return {kind: 'delimiter', start, end, indent, hard: flag}
    }
    const marker = kind === kinds['`'] ? '`' : '~'
    return {kind: 'fence', start, end, indent, marker, size, info: flag}
  }
}

/** Put in one number a kind, an indentation of 0 to 3, and a flag. */
function toTraits(kind: number, indent: number, flag: boolean): number {
  return kind | (indent << 2) | (flag ? 16 : 0)
}
