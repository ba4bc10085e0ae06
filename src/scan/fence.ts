// Text goes in, the lines that can open or close fenced code come out. Which of
// them do is for `code.ts`.

import {
  codes,
  indentedLineStart,
  isLineEnding,
  lineEnd,
  skipSpaces
} from './line.ts'
import type {Text} from './text.ts'

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

/**
 * A walk over the fences of one marker, at one of them. Most fences are passed
 * over, so a walk is the fence it is at, in place of an object for each.
 */
export interface FenceWalk extends FenceLine {
  text: Text
}

/** Start to walk over the fences made of `marker` at or after `offset`. */
export function createFenceWalk(
  text: Text,
  marker: Marker,
  offset: number
): FenceWalk {
  const walk: FenceWalk = {
    kind: 'fence',
    start: offset,
    end: offset,
    indent: 0,
    marker,
    size: 0,
    info: false,
    text
  }
  walkToFence(walk, offset)
  return walk
}

/** Walk to the first fence at or after `offset`, or to the end of the window. */
export function walkToFence(walk: FenceWalk, offset: number): void {
  const {text, marker} = walk
  const {value, window, from} = text
  const least = marker === '`' ? '```' : '~~~'
  const code = marker.charCodeAt(0)
  let hit = window.indexOf(least, offset)
  while (hit !== -1) {
    let after = hit + 3
    while (value.charCodeAt(after) === code) after++
    const start = indentedLineStart(value, hit, from)
    if (start !== -1) {
      const infoEnd = skipInfo(value, after, code)
      const end = lineEnd(value, infoEnd)
      if (infoEnd === end) {
        walk.start = start
        walk.end = end
        walk.indent = hit - start
        walk.size = after - hit
        walk.info = after < end && skipSpaces(value, after) < end
        return
      }
      after = end
    }
    hit = window.indexOf(least, after)
  }
  // Note: with `Infinity`, V8 would box each number that is written here.
  walk.start = window.length
}

/** Give the fence that a walk is at. */
export function toFence(walk: FenceWalk): FenceLine {
  const {start, end, indent, marker, size, info} = walk
  return {kind: 'fence', start, end, indent, marker, size, info}
}

/**
 * Walk over the code that the fence here opens if it closes before `offset`, and
 * give the end of the fence that closes it; else stay, and give `-1`.
 */
export function passCode(walk: FenceWalk, offset: number): number {
  const {start, size} = walk
  walkToFence(walk, walk.end)
  while (walk.start < offset && (walk.info || walk.size < size)) {
    walkToFence(walk, walk.end)
  }
  const {end} = walk
  const isPassed = walk.start < offset
  walkToFence(walk, isPassed ? end : start)
  return isPassed ? end : -1
}

/** Go over an info string; one after backticks holds none, or is inline code. */
function skipInfo(value: string, start: number, marker: number): number {
  const barred = marker === codes.backtick ? marker : -1
  let end = start
  while (end < value.length) {
    const code = value.charCodeAt(end)
    if (isLineEnding(code) || code === barred) break
    end++
  }
  return end
}

/** Whether `line` closes the code that `fence` opens (CommonMark 0.31, 4.5). */
export function closes(line: FenceLine, fence: FenceLine): boolean {
  return !line.info && line.marker === fence.marker && line.size >= fence.size
}
