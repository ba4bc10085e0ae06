import {codes, isLineEnding, skipIndent, skipSpaces} from './line.ts'

/**
 * A line that can open or close fenced code.
 *
 * ```markdown
 * > | ~~~js
 *     ^^^^^
 *   | 1
 * > | ~~~
 *     ^^^
 * ```
 */
export interface FenceLine {
  kind: 'fence'
  /** Offset of the start of the line. */
  start: number
  /** Offset of its line ending. */
  end: number
  /** Spaces before it, 0 to 3. */
  indent: number
  /** Character it is made of. */
  marker: Marker
  /** Number of those, 3 or more. */
  size: number
  /** Whether an info string follows: such a line cannot close. */
  info: boolean
}

/** Characters of code fences. */
export type Marker = '`' | '~'

/** Strings of which every fence holds one. */
export const fenceNeedles = ['```', '~~~'] as const

/** Read the line at `start` as a code fence (CommonMark 0.31, 4.5). */
export function readFence(value: string, start: number): FenceLine | undefined {
  const open = skipIndent(value, start)
  const code = value.charCodeAt(open)
  if (code !== codes.backtick && code !== codes.tilde) return undefined
  let after = open
  while (value.charCodeAt(after) === code) after++
  if (after < open + 3) return undefined
  // An info string after backticks holds none, or the line is inline code.
  const barred = code === codes.backtick ? code : -1
  let end = after
  while (end < value.length) {
    const next = value.charCodeAt(end)
    if (isLineEnding(next)) break
    if (next === barred) return undefined
    end++
  }
  return {
    kind: 'fence',
    start,
    end,
    indent: open - start,
    marker: code === codes.backtick ? '`' : '~',
    size: after - open,
    info: skipSpaces(value, after) < end
  }
}

/** Whether `line` closes the code that `fence` opens (CommonMark 0.31, 4.5). */
export function closes(line: FenceLine, fence: FenceLine): boolean {
  return !line.info && line.marker === fence.marker && line.size >= fence.size
}
