import {type DelimiterLine, findDelimiter} from './delimiter.ts'
import {type FenceLine, findFence} from './fence.ts'
import {findHeader, type HeaderLine} from './header.ts'

/** A line that can matter to where turns start. */
export type Line = DelimiterLine | FenceLine | HeaderLine

/**
 * Find the lines that can matter, in order: delimiters, headers that need no
 * delimiter, and code fences. All others are not looked at.
 */
export function scanLines(value: string, from: number): Array<Line> {
  const lines: Array<Line> = []
  let backticks = findFence(value, '`', from, from)
  let tildes = findFence(value, '~', from, from)
  let delimiter = findDelimiter(value, from, from)
  let header = findHeader(value, from, from)
  while (true) {
    let line: Line | undefined = delimiter
    if (header && !(line && line.start < header.start)) line = header
    if (backticks && !(line && line.start < backticks.start)) line = backticks
    if (tildes && !(line && line.start < tildes.start)) line = tildes
    if (!line) return lines
    lines.push(line)
    if (line === delimiter) delimiter = findDelimiter(value, line.end, from)
    else if (line === header) header = findHeader(value, line.end, from)
    else if (line === tildes) tildes = findFence(value, '~', line.end, from)
    else backticks = findFence(value, '`', line.end, from)
  }
}
