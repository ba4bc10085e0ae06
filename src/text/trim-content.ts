import {skipBlankLines, trimEnd} from './line.ts'

/** Take off all that is no content: blank lines around it, white space at its end. */
export function trimContent(value: string): string {
  const start = skipBlankLines(value, 0, value.length)
  return value.slice(start, trimEnd(value, start, value.length))
}
