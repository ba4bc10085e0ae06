/**
 * Tokens of `yaml` go in, offsets come out: where what they say ends, before
 * the space, comments, and line endings that `yaml` counts as theirs.
 */
import type {CST} from 'yaml'
import {isLineEnding} from '../scan/line.ts'

/** Tokens that say nothing. */
const silent: ReadonlySet<string> = new Set([
  'space',
  'newline',
  'comment',
  'comma'
])

/** Find the first token of an item; none if it says nothing. */
export function findFirst(item: CST.CollectionItem): CST.Token | undefined {
  const {start, key, sep, value} = item
  return start.find(says) ?? key ?? sep?.[0] ?? value
}

/** Find the token at which an item ends, which is no block collection. */
export function findLast(item: CST.CollectionItem): CST.Token | undefined {
  const {start, key, sep = [], value} = item
  const token = value ?? sep.findLast(says) ?? key ?? start.findLast(says)
  return token && findLeaf(token)
}

/** Find where a token ends. */
export function findEnd(value: string, token: CST.Token): number {
  const leaf = findLeaf(token)
  if (leaf.type === 'block-scalar') return findScalarEnd(value, leaf)
  if (leaf.type !== 'flow-collection') return afterSource(leaf)
  const {end, items, start} = leaf
  const [close] = end
  if (close) return afterSource(close)
  // One that is not closed.
  const last = items.map(findLast).findLast(token => token)
  return last ? findEnd(value, last) : afterSource(start)
}

/** Whether blank lines after a token are in its value, as they are after `|+`. */
export function keepsLines(token: CST.Token): boolean {
  if (token.type !== 'block-scalar') return false
  const [header] = token.props
  return (
    header !== undefined && 'source' in header && header.source.includes('+')
  )
}

function findLeaf(token: CST.Token): CST.Token {
  if (token.type !== 'block-map' && token.type !== 'block-seq') return token
  const items: Array<CST.CollectionItem> = token.items
  const last = items.findLast(findFirst)
  return (last && findLast(last)) ?? token
}

/** Note: the last line ending is in no value, not even after `|+`. */
function findScalarEnd(value: string, token: CST.BlockScalar): number {
  const [header, ...props] = token.props
  const last = props.at(-1) ?? header
  let end = (last ? afterSource(last) : token.offset) + token.source.length
  const least = keepsLines(token) ? beforeLineEnding(value, end) : 0
  while (end > least && isLineEnding(value.charCodeAt(end - 1))) end--
  return end
}

function beforeLineEnding(value: string, end: number): number {
  return end - (value.endsWith('\r\n', end) ? 2 : 1)
}

function afterSource(token: CST.Token): number {
  return token.offset + ('source' in token ? token.source.length : 0)
}

function says({type}: CST.SourceToken): boolean {
  return !silent.has(type)
}
