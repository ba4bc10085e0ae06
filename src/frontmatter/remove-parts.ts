import {skipBlankLines} from '../text/line.ts'
import type {Draft} from './draft.ts'
import {findLines, type Part} from './parts.ts'

/**
 * Take parts out, but not all: with their lines where they stand alone on
 * them, and else with a comma.
 */
export function removeParts(
  draft: Draft,
  parts: ReadonlyArray<Part>,
  removed: (index: number) => boolean,
  adding: boolean
): void {
  const first = parts.find((_, index) => !removed(index))
  let before: Part | undefined
  for (const [index, part] of parts.entries()) {
    if (removed(index)) removePart(draft, part, before, first)
    else before = part
  }
  // Without others after it, the last that stays needs no comma.
  if (adding || parts.at(-1)?.comma !== undefined) return
  const last = parts.findLastIndex((_, index) => !removed(index))
  for (const {comma} of parts.slice(last, -1)) removeComma(draft, comma)
}

/**
 * Take out one part; `before` is the last before it that stays, and `first`
 * the first of all that stay.
 */
function removePart(
  draft: Draft,
  part: Part,
  before: Part | undefined,
  first: Part | undefined
): void {
  const {splices, value} = draft
  const {comma, end, from, start} = part
  const lines = findLines(value, part)
  if (lines) {
    // So that the value before it does not take the blank lines after it.
    const stop = before?.keeps
      ? skipBlankLines(value, lines.end, value.length)
      : lines.end
    splices.push({start: lines.start, end: stop, content: ''})
    if (comma !== undefined && comma >= stop) removeComma(draft, comma)
  } else if (first && start < first.start) {
    // So that the first part that is kept moves to this place.
    splices.push({start, end: first.start, content: ''})
  } else {
    splices.push({start: from, end, content: ''})
  }
}

function removeComma({splices}: Draft, comma: number | undefined): void {
  if (comma === undefined) return
  splices.push({start: comma, end: comma + 1, content: ''})
}
