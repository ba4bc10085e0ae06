/**
 * Parts are the items of a block list or the pairs of a block map, with their
 * places in the text.
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

/** Item of a block list or pair of a block map. */
export interface Part {
  /** Value, or the key if there is none: `? a`. */
  node: ParsedNode
  /** Offset of its dash or key. */
  start: number
  /** Offset after the `:` or `-` before the value, or after the key alone. */
  after: number
  /** Offset after its last character that is no comment. */
  end: number
  /** Whether blank lines after it would be in its value. */
  keeps: boolean
  /** Comment before a value on lines of its own. */
  comment: string | undefined
}

/** Find the parts of a map, one for each of its pairs. */
export function toPairs(value: string, {items}: YAMLMap.Parsed): Array<Part> {
  return items.map(({key, value: node, srcToken}) => {
    const item = srcToken as CST.CollectionItem
    const tokens = item.sep ?? []
    const colon = tokens.find(({type}) => type === 'map-value-ind')
    const first = (item.start.find(says) ?? item.key ?? colon) as CST.Token
    const after = colon ? colon.offset + 1 : key.range[1]
    return toPart(value, node ?? key, tokens, first.offset, after)
  })
}

/** Find the parts of a block list, one for each of its items. */
export function toItems(
  value: string,
  {items, srcToken}: YAMLSeq.Parsed
): Array<Part> {
  const lines = (srcToken as CST.BlockSequence).items
  return items.map((node, index) => {
    const {start: tokens} = lines[index] as CST.CollectionItem
    // Each has a dash: else the pair is broken, and none of it is read.
    const {offset} = tokens.find(says) as CST.Token
    return toPart(value, node as ParsedNode, tokens, offset, offset + 1)
  })
}

function toPart(
  value: string,
  node: ParsedNode,
  tokens: ReadonlyArray<CST.SourceToken>,
  start: number,
  after: number
): Part {
  const leaf = lastLeaf(node)
  const keeps = keepsLines(leaf)
  let end = leaf.range[1]
  if (keeps) {
    // Note: the last line ending is in no value, not even after `|+`.
    const before = end - (value.endsWith('\r\n', end) ? 2 : 1)
    if (isLineEnding(value.charCodeAt(before))) end = before
  } else end = trimEnd(value, 0, end)
  const comment = [...tokens, ...blockProps(node)].find(
    ({type, offset}) => type === 'comment' && after < offset && offset < end
  )
  return {node, start, after, end, keeps, comment: comment?.source}
}

/** Whether blank lines after a node are in its value, as they are after `|+`. */
function keepsLines(node: ParsedNode): boolean {
  const [header] = blockProps(node)
  return header !== undefined && /^[|>]\d*\+/.test(header.source)
}

/** The tokens on the first line of a `|` or `>` scalar. */
function blockProps(node: ParsedNode): Array<CST.SourceToken> {
  if (!isScalar(node) || node.srcToken?.type !== 'block-scalar') return []
  return node.srcToken.props as Array<CST.SourceToken>
}

function says({type}: CST.SourceToken): boolean {
  return type !== 'space' && type !== 'newline' && type !== 'comment'
}
