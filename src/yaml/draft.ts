/** Replacement of a piece of text. */
export interface Splice {
  start: number
  end: number
  content: string
}

/** Text that changes. */
export interface Draft {
  /** YAML text. */
  value: string
  /** Line ending for new lines. */
  lineEnding: string
  /** Changes so far. */
  splices: Array<Splice>
}

/** Make the changes; of two that overlap the later gives way. */
export function applySplices({value, splices}: Draft): string {
  const pieces: Array<string> = []
  let offset = 0
  for (const {start, end, content} of splices.toSorted(byStart)) {
    pieces.push(value.slice(offset, Math.max(offset, start)), content)
    offset = Math.max(offset, end)
  }
  return pieces.join('') + value.slice(offset)
}

function byStart(left: Splice, right: Splice): number {
  return left.start - right.start
}
