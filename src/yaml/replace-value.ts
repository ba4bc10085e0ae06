import {
  type CST,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Scalar,
  type YAMLSeq
} from 'yaml'
import {type Draft, replace} from './draft.ts'
import {findEnd} from './find-end.ts'
import {findBlankStart} from './lines.ts'
import {type Part, removeLines} from './parts.ts'
import type {ParsedPair} from './to-data.ts'
import {type Quote, writeValue} from './write.ts'

/** A node in its place. */
export interface Slot {
  /** Node, or none: the key of a flow map alone, `{a}`. */
  node: ParsedNode | null
  /** Offset after the `:` or `-` before it, or after the key alone. */
  after: number
  /** What stands between that and a new value. */
  glue: string
  /** Whether it stands in a flow collection. */
  flow: boolean
}

/** Find the place of the value of a pair. */
export function toSlot(
  {key, value, srcToken}: ParsedPair,
  flow: boolean
): Slot {
  const colon = srcToken?.sep?.find(({type}) => type === 'map-value-ind')
  return colon
    ? {node: value, after: colon.offset + 1, glue: ' ', flow}
    : {node: value, after: key.range[1], glue: ': ', flow}
}

/** Find the place of an item. */
export function itemSlot(
  list: YAMLSeq.Parsed,
  index: number,
  part: Part
): Slot {
  const node = list.items[index] as ParsedNode
  return {node, after: part.start + 1, glue: ' ', flow: list.flow === true}
}

/** Write a value anew in its place. */
export function replaceValue(draft: Draft, slot: Slot, wanted: unknown): void {
  const {node, after, glue, flow} = slot
  const {value} = draft
  const content = writeValue(wanted, {quote: toQuote(node), flow})
  if (!node || node.range[0] === node.range[1]) {
    replace(draft, after, after, glue + content)
    return
  }
  const [start, stop] = node.range
  // The map of a pair in a flow list, `[a: b]`, has no token of its own.
  const end = node.srcToken ? findEnd(value, node.srcToken) : stop
  const line = findBlankStart(value, start)
  if ((isMap(node) || isSeq(node)) && !node.flow && line !== undefined) {
    // What is between, such as a comment after the key, stays.
    replace(draft, after, after, glue + content)
    removeLines(draft, {start, end, comma: undefined})
  } else {
    replace(draft, start, end, content + findComment(node))
  }
}

/** The comment on the first line of a `|` or `>` scalar. */
function findComment({srcToken}: ParsedNode): string {
  if (srcToken?.type !== 'block-scalar') return ''
  const comment = srcToken.props.find(({type}) => type === 'comment')
  return comment ? ` ${(comment as CST.SourceToken).source}` : ''
}

/** How strings are written in a place: as what is there. */
export function toQuote(node: ParsedNode | null): Quote {
  const last = isMap(node)
    ? node.items.at(-1)?.key
    : isSeq(node)
      ? node.items.at(-1)
      : node
  if (!isScalar(last)) return 'plain'
  const quotes: Record<string, Quote> = {
    [Scalar.QUOTE_DOUBLE]: 'double',
    [Scalar.QUOTE_SINGLE]: 'single'
  }
  return quotes[String(last.type)] ?? 'plain'
}
