/**
 * Parts are the items of a list or the pairs of a map, with their places in
 * the text; they can be put in and taken out without touching what is around:
 * comments, indentation, the commas of flow collections.
 */
import {
  type CST,
  isScalar,
  type ParsedNode,
  Scalar,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import {lastLeaf} from './find-broken.ts'
import type {ParsedPair} from './to-data.ts'

/** List or map. */
export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed

/** Replacement of a piece of text. */
export interface Splice {
  start: number
  end: number
  content: string
}

/** Text that changes. */
export interface Draft {
  /** YAML text; `\n` ends each line. */
  value: string
  /** Line ending for new lines. */
  lineEnding: string
  /** Changes so far. */
  splices: Array<Splice>
}

/** Item of a list or pair of a map. */
export interface Part extends Extent {
  /** Offset of the comma before it, or its start. */
  from: number
}

/** Where a part is. */
interface Extent {
  /** Offset of its dash, its key, or in a flow list its value. */
  start: number
  /** Offset after its last character that is no comment. */
  end: number
  /** Offset of the comma after it, in a flow collection. */
  comma: number | undefined
}

/** Find the parts of a collection, one for each of its `items`. */
export function toParts(value: string, node: Collection): Array<Part> {
  const token = node.srcToken as CST.BlockMap | CST.FlowCollection
  const items: Array<CST.CollectionItem> = token.items
  const parts: Array<Part> = []
  for (const item of items) {
    const comma = item.start.find(({type}) => type === 'comma')?.offset
    const before = parts.at(-1)
    if (before && comma !== undefined) before.comma ??= comma
    const start = findStart(item)
    const inner = node.items[parts.length]
    if (start === undefined || inner === undefined) continue
    const end = findEnd(value, inner)
    parts.push({start, end, comma: undefined, from: comma ?? start})
  }
  return parts
}

/** Offset of the first token of an item; none if it holds only space. */
function findStart({start, key, sep, value}: CST.CollectionItem) {
  const space = ['space', 'newline', 'comment', 'comma']
  const first = start.find(({type}) => !space.includes(type))
  return (first ?? key ?? sep?.[0] ?? value)?.offset
}

/** Offset where a node or pair ends, before line endings. */
export function findEnd(value: string, inner: ParsedNode | ParsedPair): number {
  const node = lastLeaf(inner)
  let [, end] = node.range
  if (!isBlockScalar(node)) return end
  const [header] = (node.srcToken as CST.BlockScalar)
    .props as Array<CST.SourceToken>
  // Note: after `|+` blank lines belong to the value, but not its last ending.
  const least = header?.source.includes('+') ? end - 1 : 0
  while (end > least && isLineEnding(value[end - 1])) end--
  return end
}

/** Whether a node is a `|` or `>` scalar. */
export function isBlockScalar(node: ParsedNode): node is Scalar.Parsed {
  return (
    isScalar(node) &&
    (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL)
  )
}

/**
 * Take parts out, but not all: with their lines where they stand alone on
 * them, and else with a comma.
 */
export function removeParts(
  draft: Draft,
  parts: Array<Part>,
  removed: (index: number) => boolean,
  adding: boolean
): void {
  const first = parts.find((_, index) => !removed(index))
  for (const [index, part] of parts.entries()) {
    if (removed(index)) removePart(draft, part, first)
  }
  // Without others after it, the last that stays needs no comma.
  if (adding || parts.at(-1)?.comma !== undefined) return
  const last = parts.findLastIndex((_, index) => !removed(index))
  for (const {comma} of parts.slice(last, -1)) {
    if (comma === undefined) continue
    draft.splices.push({start: comma, end: comma + 1, content: ''})
  }
}

/** Take out one part; `first` is the first of those that stay. */
function removePart(draft: Draft, part: Part, first: Part | undefined): void {
  if (removeLines(draft, part)) return
  const {start, end, from} = part
  if (first && start < first.start) {
    // So that the first part that is kept moves to this place.
    draft.splices.push({start, end: first.start, content: ''})
  } else {
    draft.splices.push({start: from, end, content: ''})
  }
}

/** Take out the lines of a part, if it stands alone on them. */
export function removeLines(draft: Draft, part: Extent): boolean {
  const start = findBlankStart(draft.value, part.start)
  const end = findBlankEnd(draft.value, part)
  if (start === undefined || end === undefined) return false
  draft.splices.push({start, end, content: ''})
  return true
}

/** New parts, and where they go. */
interface Insertion {
  /** Whether they go in a flow collection. */
  flow: boolean
  /** All parts there are. */
  parts: Array<Part>
  /** Index of the part they go after; before all if it is -1. */
  index: number
  /** What they say. */
  contents: Array<string>
  /** Whether another part that stays comes after them. */
  followed: boolean
}

/** Put new parts in, on lines of their own where the others are. */
export function insertParts(draft: Draft, insertion: Insertion): void {
  const {lineEnding, splices, value} = draft
  const {contents, flow, followed, index, parts} = insertion
  const part = parts[index]
  const near = part ?? parts[0]
  if (!near || contents.length === 0) return
  const line = lineEnding + findIndent(value, near.start)
  const onLines = findBlankStart(value, near.start) !== undefined
  const glue = flow ? `,${onLines ? line : ' '}` : line
  if (!part) {
    const content = contents.map(content => content + glue).join('')
    splices.push({start: near.start, end: near.start, content})
  } else if (flow && !(onLines && findBlankEnd(value, part) !== undefined)) {
    const content = contents.map(content => glue + content).join('')
    splices.push({start: part.end, end: part.end, content})
  } else {
    // After the line the part ends on, and so after its comment.
    const start = findLineEnd(value, part.end)
    const comma = {start: part.end, end: part.end, content: ','}
    if (flow && part.comma === undefined) splices.push(comma)
    const more = followed || parts.at(-1)?.comma !== undefined
    const close = flow && more ? ',' : ''
    const content = line + contents.join(glue) + close
    splices.push({start, end: start, content})
  }
}

/** Offset of the line ending, or the end, at or after an offset. */
export function findLineEnd(value: string, offset: number): number {
  const index = value.indexOf('\n', offset)
  if (index < 0) return value.length
  return value[index - 1] === '\r' ? index - 1 : index
}

/** Where the line starts, if only blanks are before an offset on it. */
export function findBlankStart(
  value: string,
  offset: number
): number | undefined {
  let start = offset
  while (isBlank(value[start - 1])) start--
  return start === 0 || value[start - 1] === '\n' ? start : undefined
}

/** Where the next line starts, if a part is the last thing on its line. */
function findBlankEnd(value: string, {end, comma}: Extent): number | undefined {
  let index = end
  while (isBlank(value[index]) || index === comma) index++
  const rest = value[index]
  if (rest === '#' || rest === '\r' || rest === '\n' || rest === undefined) {
    const lineEnd = value.indexOf('\n', index)
    return lineEnd < 0 ? value.length : lineEnd + 1
  }
}

/** Blanks before an offset on its line, or as many spaces as characters. */
export function findIndent(value: string, offset: number): string {
  const start = findBlankStart(value, offset)
  if (start !== undefined) return value.slice(start, offset)
  return ' '.repeat(offset - value.lastIndexOf('\n', offset - 1) - 1)
}

function isLineEnding(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}
