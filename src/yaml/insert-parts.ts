import {type Draft, replace} from './draft.ts'
import {
  findBlankEnd,
  findBlankStart,
  findIndent,
  skipDeepComments
} from './lines.ts'
import type {Part} from './parts.ts'

/** New parts, and where they go. */
interface Insertion {
  /** Whether they go in a flow collection. */
  flow: boolean
  /** All parts there are. */
  parts: ReadonlyArray<Part>
  /** Index of the part they go after; before all if it is -1. */
  index: number
  /** What they say. */
  contents: ReadonlyArray<string>
  /** Whether another part that stays comes after them. */
  followed: boolean
}

/** Put new parts in, on lines of their own where the others are. */
export function insertParts(draft: Draft, insertion: Insertion): void {
  const {value} = draft
  const {contents, flow, index, parts} = insertion
  const part = parts[index]
  const near = part ?? parts[0]
  if (!near || contents.length === 0) return
  const line = draft.lineEnding + findIndent(value, near.start)
  const onLines = findBlankStart(value, near.start) !== undefined
  const glue = flow ? `,${onLines ? line : ' '}` : line
  if (!part) {
    const content = contents.map(content => content + glue).join('')
    replace(draft, near.start, near.start, content)
    return
  }
  const lineStop = findStop(value, part, flow)
  if (flow && !(onLines && lineStop !== undefined)) {
    const content = contents.map(content => glue + content).join('')
    replace(draft, part.end, part.end, content)
    return
  }
  if (flow && part.comma === undefined) {
    replace(draft, part.end, part.end, ',')
  }
  // Note: after the comma, which may be at the same offset.
  const content = line + contents.join(glue) + closeParts(insertion)
  const start = lineStop ?? part.end
  replace(draft, start, start, content)
}

/** Find the end of the line of a part, its comma, and the comments about it. */
function findStop(
  value: string,
  {comma, end, start}: Part,
  flow: boolean
): number | undefined {
  const stop = findBlankEnd(value, comma === undefined ? end : comma + 1)
  if (flow || stop === undefined) return stop
  return skipDeepComments(value, stop, findIndent(value, start).length)
}

/** Comma after new parts on lines, if one goes there. */
function closeParts({flow, followed, parts}: Insertion): string {
  return flow && (followed || parts.at(-1)?.comma !== undefined) ? ',' : ''
}
