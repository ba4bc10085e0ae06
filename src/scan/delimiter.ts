import {indentedLineStart, isLineEnding, skipSpaces} from './line.ts'

/** The characters of a delimiter: ChatGPT MD splits a note at each. */
export const delimiter = '<hr class="__chatgpt_plugin">'

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

/** Find the first delimiter line at or after `offset`; lines start at `from`. */
export function findDelimiter(
  value: string,
  offset: number,
  from: number
): DelimiterLine | undefined {
  let hit = value.indexOf(delimiter, offset)
  while (hit !== -1) {
    const after = hit + delimiter.length
    const start = indentedLineStart(value, hit, from)
    const end = start === -1 ? after : skipSpaces(value, after)
    if (
      start !== -1 &&
      (end === value.length || isLineEnding(value.charCodeAt(end)))
    ) {
      const indent = hit - start
      return {kind: 'delimiter', start, end, indent, hard: end > after}
    }
    hit = value.indexOf(delimiter, end)
  }
  return undefined
}
