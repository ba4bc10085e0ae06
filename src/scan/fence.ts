import {codes, indentedLineStart, lineEnd, skipSpaces} from './line.ts'

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

/** Find the first line at or after `offset` that is a fence made of `marker`. */
export function findFence(
  value: string,
  marker: Marker,
  offset: number,
  from: number
): FenceLine | undefined {
  const least = marker === '`' ? '```' : '~~~'
  const code = marker.charCodeAt(0)
  let hit = value.indexOf(least, offset)
  while (hit !== -1) {
    let after = hit + 3
    while (value.charCodeAt(after) === code) after++
    const start = indentedLineStart(value, hit, from)
    if (start !== -1) {
      const end = lineEnd(value, after)
      const infoStart = skipSpaces(value, after)
      const info = infoStart < end
      // An info string after backticks holds none, or the line is inline code.
      if (!info || marker === '~' || !hasBacktick(value, infoStart, end)) {
        const indent = hit - start
        const size = after - hit
        return {kind: 'fence', start, end, indent, marker, size, info}
      }
      after = end
    }
    hit = value.indexOf(least, after)
  }
  return undefined
}

function hasBacktick(value: string, start: number, end: number): boolean {
  while (start < end && value.charCodeAt(start) !== codes.backtick) start++
  return start < end
}

/** Whether `line` closes the code that `fence` opens (CommonMark 0.31, 4.5). */
export function closes(line: FenceLine, fence: FenceLine): boolean {
  return !line.info && line.marker === fence.marker && line.size >= fence.size
}
