import {readOpening} from '../../text/code.ts'
import {closes, type FenceLine, readFence} from '../../text/fence.ts'
import {lineEnd, nextLine, skipSpaces} from '../../text/line.ts'
import {type Block, mayHold} from './block.ts'
import {readFenced} from './fenced.ts'
import {readFile} from './file.ts'
import {readReasoning} from './reasoning.ts'

/** Blocks of a content. */
export interface Blocks {
  /** Those of parts, and text that looks like them, in order. */
  blocks: Array<Block>
  /** Whether code is open at the end. */
  isOpen: boolean
}

/** Find the blocks at the top level of a content, outside code. */
export function findBlocks(value: string, role: string): Blocks {
  const blocks: Array<Block> = []
  /** Whether a blank line, or nothing, is before the line. */
  let isFresh = true
  let at = 0
  while (at < value.length) {
    const open = readOpening(value, at)
    const close = open && findClose(value, open)
    if (open && !close) return {blocks, isOpen: true}
    const read = close
      ? readFenced(value, at, open, close)
      : isFresh
        ? (readReasoning(value, at) ?? readFile(value, at))
        : undefined
    if (read && mayHold(role, read.part.type)) blocks.push(read)
    // Note: no line of a quote or after an image starts another block.
    const end = close?.end ?? lineEnd(value, at)
    isFresh = skipSpaces(value, at) === end
    at = nextLine(value, end)
  }
  return {blocks, isOpen: false}
}

/** Find the line that closes code. */
function findClose(value: string, open: FenceLine): FenceLine | undefined {
  let at = nextLine(value, open.end)
  while (at < value.length) {
    const line = readFence(value, at)
    if (line && closes(line, open)) return line
    at = nextLine(value, lineEnd(value, at))
  }
  return undefined
}
