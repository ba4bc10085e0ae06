import {closes} from '../scan/fence.ts'
import type {Line} from '../scan/lines.ts'

/** A line that can matter, and what is known of the lines around it. */
export type TailLine = Line & {
  /** Whether just blank lines stand between the line before it and it. */
  adjacent: boolean
  /** Whether a header follows that is its own; known once that is decided. */
  hasHeader: boolean
}

/**
 * Whether the fence at `index` may turn out to belong to a boundary, as one
 * that holds nothing but a delimiter, once more lines are there.
 */
export function mayHoldDelimiter(
  lines: ReadonlyArray<TailLine>,
  index: number
): boolean {
  if (index + 1 === lines.length) return true
  return holdsDelimiter(lines, index) && index + 2 === lines.length
}

/** Whether the lines at `index` are a fence, just a delimiter, and the close. */
export function isFencedDelimiter(
  lines: ReadonlyArray<TailLine>,
  index: number
): boolean {
  const open = lines[index]
  const close = lines[index + 2]
  return (
    open?.kind === 'fence' &&
    close?.kind === 'fence' &&
    close.adjacent &&
    holdsDelimiter(lines, index) &&
    closes(close, open)
  )
}

function holdsDelimiter(
  lines: ReadonlyArray<TailLine>,
  index: number
): boolean {
  const line = lines[index + 1]
  return line?.kind === 'delimiter' && !line.hard && line.adjacent
}
