/**
 * Parts are the items of a list or the pairs of a map, with their places in
 * the text.
 */
import type {CST, YAMLMap, YAMLSeq} from 'yaml'
import {nextLine} from '../text/line.ts'
import type {Draft} from './draft.ts'
import {findEnd, findFirst, findLast, keepsLines} from './find-end.ts'
import {findBlankEnd, findBlankStart} from './lines.ts'
import type {ParsedPair} from './to-data.ts'

/** List or map. */
export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed

/** Item of a list or pair of a map. */
export interface Part extends Extent {
  /** Offset of the comma before it, or its start. */
  from: number
  /** Whether blank lines after it would be in its value. */
  keeps: boolean
}

/** Where a part is. */
export interface Extent {
  /** Offset of its dash, its key, or in a flow list its value. */
  start: number
  /** Offset after its last character that is no comment. */
  end: number
  /** Offset of the comma after it, in a flow collection. */
  comma: number | undefined
}

/** Find the parts of a collection, one for each of its `items`. */
export function toParts(value: string, node: Collection): Array<Part> {
  const parts: Array<Part> = []
  for (const item of findItems(node)) {
    const comma = item.start.find(({type}) => type === 'comma')?.offset
    const before = parts.at(-1)
    if (before && comma !== undefined) before.comma ??= comma
    const first = findFirst(item)
    const last = findLast(item)
    if (!first || !last || parts.length === node.items.length) continue
    parts.push({
      start: first.offset,
      end: findEnd(value, last),
      comma: undefined,
      from: comma ?? first.offset,
      keeps: keepsLines(last)
    })
  }
  return parts
}

function findItems(node: Collection): Array<CST.CollectionItem> {
  const token = node.srcToken as CST.FlowCollection | undefined
  // The map of a pair in a flow list, `[a: b]`, has no token of its own.
  const pairs = node.items as ReadonlyArray<ParsedPair>
  return (
    token?.items ??
    pairs.flatMap(({srcToken}) => srcToken as CST.CollectionItem)
  )
}

/** Find the lines of a part, if it stands alone on them. */
export function findLines(
  value: string,
  {start, end, comma}: Extent
): {start: number; end: number} | undefined {
  const lineStart = findBlankStart(value, start)
  const lineStop =
    findBlankEnd(value, end) ??
    (comma === undefined ? undefined : findBlankEnd(value, comma + 1))
  if (lineStart === undefined || lineStop === undefined) return
  return {start: lineStart, end: nextLine(value, lineStop)}
}

/** Take out the lines of a part, if it stands alone on them. */
export function removeLines({splices, value}: Draft, part: Extent): void {
  const lines = findLines(value, part)
  if (lines) splices.push({...lines, content: ''})
}
