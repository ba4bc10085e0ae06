import {type CST, isMap, isScalar, isSeq, type ParsedNode, Scalar} from 'yaml'
import {
  type Draft,
  findBlankStart,
  findEnd,
  isBlockScalar,
  removeLines
} from './parts.ts'
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

/** Write a value anew in its place. */
export function replaceValue(draft: Draft, slot: Slot, wanted: unknown): void {
  const {node, after, glue, flow} = slot
  const {splices, value} = draft
  const content = writeValue(wanted, {quote: toQuote(node), flow})
  if (!node || node.range[0] === node.range[1]) {
    splices.push({start: after, end: after, content: glue + content})
    return
  }
  const [start] = node.range
  const last = findEnd(value, node)
  const line = findBlankStart(value, start)
  if ((isMap(node) || isSeq(node)) && !node.flow && line !== undefined) {
    // What is between, such as a comment after the key, stays.
    splices.push({start: after, end: after, content: glue + content})
    removeLines(draft, {start, end: last, comma: undefined})
  } else {
    splices.push({start, end: last, content: content + findComment(node)})
  }
}

/** The comment on the first line of a `|` or `>` scalar. */
function findComment(node: ParsedNode | null): string {
  if (!node || !isBlockScalar(node)) return ''
  const {props} = node.srcToken as CST.BlockScalar
  const comment = props.find(({type}) => type === 'comment')
  return comment && 'source' in comment ? ` ${comment.source}` : ''
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
