import {codes, indentedLineStart, isLineEnding, skipSpaces} from './line.ts'
import type {Text} from './text.ts'

/** What a delimiter starts and ends with; an escaped one has more spaces between. */
const tagStart = '<hr '
const tagEnd = 'class="__chatgpt_plugin">'

/** The characters of a delimiter: ChatGPT MD splits a note at each. */
export const delimiter = `${tagStart}${tagEnd}`

/**
 * A line that is a delimiter.
 *
 * ```markdown
 * > | <hr class="__chatgpt_plugin">
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface DelimiterLine {
  kind: 'delimiter'
  /** Offset of the start of the line. */
  start: number
  /** Offset of its line ending. */
  end: number
  /** Spaces before it, 0 to 3. */
  indent: number
  /** Whether white space ends it, which makes it count in code too. */
  hard: boolean
}

/** Find the first delimiter line at or after `offset`. */
export function findDelimiter(
  {value, window, from, seen}: Text,
  offset: number
): DelimiterLine | undefined {
  let hit = window.indexOf(tagStart, offset)
  while (hit !== -1) {
    let after = hit + tagStart.length
    while (value.charCodeAt(after) === codes.space) after++
    // Note: `startsWith` takes longer.
    if (value.slice(after, after + tagEnd.length) === tagEnd) {
      const isEscaped = after > hit + tagStart.length
      if (isEscaped) seen.escapes = true
      after += tagEnd.length
      const line = isEscaped
        ? undefined
        : readDelimiter(value, hit, after, from)
      if (line) return line
    }
    hit = window.indexOf(tagStart, after)
  }
  return undefined
}

function readDelimiter(
  value: string,
  offset: number,
  after: number,
  from: number
): DelimiterLine | undefined {
  const start = indentedLineStart(value, offset, from)
  if (start === -1) return undefined
  const end = skipSpaces(value, after)
  if (end < value.length && !isLineEnding(value.charCodeAt(end))) {
    return undefined
  }
  const indent = offset - start
  return {kind: 'delimiter', start, end, indent, hard: end > after}
}
