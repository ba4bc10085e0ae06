/**
 * Parts are the items of a block list or the pairs of a map, with their places
 * in the text.
 */
import {
  type CST,
  isScalar,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import {isLineEnding, trimEnd} from '../text/line.ts'
import {lastLeaf} from './find-broken.ts'

/** Item of a block list or pair of a map. */
export interface Part {
  /** Offset of its dash or key. */
  start: number
  /** Offset after its last character that is no comment. */
  end: number
  /** Whether blank lines after it would be in its value. */
  keeps: boolean
  /** Value, or none: the key of a flow map alone, `{a}`. */
  node: ParsedNode | null
  /** Offset after the `:` or `-` before the value, or after the key alone. */
  after: number
  /** Characters between that and a new value. */
  lead: string
  /** Offsets of the tag and the anchor of the value. */
  props: {start: number; end: number} | undefined
}

/** Tokens that say nothing. */
const silent: ReadonlySet<string> = new Set([
  'space',
  'newline',
  'comment',
  'comma'
])

/** Find the parts of a map, one for each of its pairs. */
export function toPairs(value: string, {items}: YAMLMap.Parsed): Array<Part> {
  return items.map(({key, value: node, srcToken}) => {
    const item = srcToken as CST.CollectionItem
    const tokens = item.sep ?? []
    const colon = tokens.find(({type}) => type === 'map-value-ind')
    const first = (item.start.find(says) ?? item.key ?? colon) as CST.Token
    return {
      start: first.offset,
      ...findEnd(value, node ?? key),
      node,
      after: colon ? colon.offset + 1 : key.range[1],
      lead: colon ? ' ' : ': ',
      props: findProps(tokens)
    }
  })
}

/** Find the parts of a block list, one for each of its items. */
export function toItems(
  value: string,
  {items, srcToken}: YAMLSeq.Parsed
): Array<Part> {
  const tokens = (srcToken as CST.BlockSequence).items
  return items.map((item, index) => {
    const {start: before} = tokens[index] as CST.CollectionItem
    // Each has a dash: else the pair is broken, and none of it is read.
    const {offset} = before.find(says) as CST.Token
    return {
      start: offset,
      ...findEnd(value, item as ParsedNode),
      node: item as ParsedNode,
      after: offset + 1,
      lead: ' ',
      props: findProps(before)
    }
  })
}

/** Note: the last line ending is in no value, not even after `|+`. */
function findEnd(
  value: string,
  node: ParsedNode
): {end: number; keeps: boolean} {
  const leaf = lastLeaf(node)
  const end = leaf.range[1]
  if (!keepsLines(leaf)) return {end: trimEnd(value, 0, end), keeps: false}
  const before = end - (value.endsWith('\r\n', end) ? 2 : 1)
  const closed = isLineEnding(value.charCodeAt(before))
  return {end: closed ? before : end, keeps: true}
}

/** Whether blank lines after a node are in its value, as they are after `|+`. */
function keepsLines(node: ParsedNode): boolean {
  const {srcToken} = node
  if (!isScalar(node) || srcToken?.type !== 'block-scalar') return false
  const [header] = srcToken.props as [CST.SourceToken]
  return /^[|>]\d*\+/.test(header.source)
}

function findProps(tokens: ReadonlyArray<CST.SourceToken>): Part['props'] {
  const props = tokens.filter(({type}) => type === 'tag' || type === 'anchor')
  const [first] = props
  const last = props[props.length - 1]
  if (!first || !last) return
  return {start: first.offset, end: last.offset + last.source.length}
}

function says({type}: CST.SourceToken): boolean {
  return !silent.has(type)
}
