import {countBefore} from './count-before.ts'
import {closes, type FenceLine, readFence} from './fence.ts'
import {lineEnd, nextLine} from './line.ts'

interface Range {
  start: number
  end: number
}

/** Fenced code in a part of a text. */
export interface Code {
  /** Code that is closed, in order. */
  closed: ReadonlyArray<Range>
  /** Fence that nothing closes. */
  open: FenceLine | undefined
}

/** Start of a list item, after which a fence can stand on the same line. */
const item = / {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?=```|~~~)/y

/** Find the fenced code in `[start, end)`, also on the first line of an item. */
export function findCode(value: string, start: number, end: number): Code {
  const closed: Array<Range> = []
  let open: FenceLine | undefined
  for (let at = start; at < end; at = nextLine(value, lineEnd(value, at))) {
    if (!open) {
      open = readOpening(value, at)
      continue
    }
    const fence = readFence(value, at)
    if (!fence || !closes(fence, open)) continue
    closed.push({start: open.start, end: fence.end})
    open = undefined
  }
  return {closed, open}
}

/** Read the line at `start` as a fence that opens code, also in a list item. */
export function readOpening(
  value: string,
  start: number
): FenceLine | undefined {
  item.lastIndex = start
  return readFence(value, start + (item.exec(value)?.[0].length ?? 0))
}

/** Whether an offset is in code that is closed. */
export function isInCode({closed}: Code, offset: number): boolean {
  const index = countBefore(
    closed.length,
    index => (closed[index] as Range).end < offset
  )
  return (closed[index]?.start ?? Infinity) < offset
}
