import {isLineEnding, lineEnd, nextLine, skipBlankLines} from '../text/line.ts'
import {type Draft, replace} from './draft.ts'
import {
  findBlankEnd,
  findBlankStart,
  findIndent,
  skipDeepComments
} from './lines.ts'
import type {Part} from './parts.ts'

/** Parts to take out and to put in. */
export interface PartsChange {
  parts: ReadonlyArray<Part>
  /** Whether they stand in a flow map. */
  flow: boolean
  /** Whether a part goes. */
  removed: (index: number) => boolean
  /** What new parts say. */
  contents: ReadonlyArray<string>
  /** Index of the part that stays and that new ones go after, or -1. */
  index: number
}

/** Put new parts in and take others out. */
export function changeParts(draft: Draft, change: PartsChange): void {
  const {parts, flow, removed, contents} = change
  if (contents.length > 0) {
    if (flow) insertInFlow(draft, change)
    else insertLines(draft, change)
  }
  let kept = -1
  for (const [index, part] of parts.entries()) {
    if (!removed(index)) kept = index
    else if (flow) removeFromFlow(draft, parts, index, kept)
    else removeLines(draft, part, parts[kept])
  }
}

/** Put parts in a flow map, on lines where the one before is on its own. */
function insertInFlow(
  draft: Draft,
  {parts, removed, contents, index}: PartsChange
): void {
  const {value, lineEnding} = draft
  const {start} = parts[Math.max(index, 0)] as Part
  const onLines = findBlankStart(value, start) !== undefined
  const gap = onLines ? lineEnding + findIndent(value, start) : ' '
  const content = contents.join(`,${gap}`)
  const part = parts[index]
  if (!part) {
    replace(draft, start, start, `${content},${gap}`)
    return
  }
  const isLast = parts.every((_, at) => at <= index || removed(at))
  const comma = afterComma(value, part.end)
  const stop = onLines && isLast ? findBlankEnd(value, comma) : undefined
  if (stop === undefined) {
    replace(draft, part.end, part.end, `,${gap}${content}`)
  } else {
    // A comment after the part before stays on its line.
    replace(draft, part.end, comma, ',')
    replace(draft, stop, stop, gap + content)
  }
}

/** Take a part out of a flow map; `kept` is the last before it that stays. */
function removeFromFlow(
  draft: Draft,
  parts: ReadonlyArray<Part>,
  index: number,
  kept: number
): void {
  const {value} = draft
  const {start, end} = parts[index] as Part
  const comma = afterComma(value, end)
  const line = findBlankStart(value, start)
  const stop = findBlankEnd(value, comma)
  if (kept < 0) {
    replace(draft, start, (parts[index + 1] as Part).start, '')
  } else if (line === undefined || stop === undefined) {
    replace(draft, (parts[index - 1] as Part).end, end, '')
  } else {
    replace(draft, line, nextLine(value, stop), '')
    if (comma > end) return
    // The last that stays needs no comma.
    for (const {end} of parts.slice(kept, index)) {
      replace(draft, end, afterComma(value, end), '')
    }
  }
}

function afterComma(value: string, offset: number): number {
  return value.startsWith(',', offset) ? offset + 1 : offset
}

/** Put parts on lines of their own. */
function insertLines(
  draft: Draft,
  {parts, contents, index}: PartsChange
): void {
  const {value, lineEnding} = draft
  const {start} = parts[Math.max(index, 0)] as Part
  const indent = findIndent(value, start)
  const part = parts[index]
  const end = part ? findNextLine(value, part, indent) : start - indent.length
  const lines = contents.map(content => indent + content)
  // Note: the line ending before is never written again, as it may be in a
  // value, after `|+`.
  const before = !part || isLineEnding(value.charCodeAt(end - 1))
  const content = before
    ? lines.map(line => line + lineEnding)
    : lines.map(line => lineEnding + line)
  replace(draft, end, end, content.join(''))
}

/** Find the line after a part and the comments about it. */
function findNextLine(value: string, {end}: Part, indent: string): number {
  const stop = lineEnd(value, end)
  return nextLine(value, skipDeepComments(value, stop, indent.length))
}

/** Take out the lines of a part; `kept` is the part before it that stays. */
function removeLines(draft: Draft, part: Part, kept: Part | undefined): void {
  const {value} = draft
  const start = part.start - findIndent(value, part.start).length
  let end = nextLine(value, lineEnd(value, part.end))
  // So that the value before it does not take the blank lines after it.
  if (kept?.keeps) end = skipBlankLines(value, end, value.length)
  replace(draft, start, end, '')
}
