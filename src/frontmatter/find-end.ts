/**
 * Tokens of `yaml` go in, offsets come out: where what they say ends, before
 * the space, comments, and line endings that `yaml` counts as theirs.
 */
import type {CST} from 'yaml'
import {isLineEnding} from '../text/line.ts'

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
  // One that is not closed ends at its last item.
  const item = items.findLast(findFirst)
  return findEnd(value, end[0] ?? (item && findLast(item)) ?? start)
}

/** Whether blank lines after a token are in its value, as they are after `|+`. */
export function keepsLines(token: CST.Token): boolean {
  return token.type === 'block-scalar' && /^[|>]\d*\+/.test(findHeader(token))
}

function findHeader({props}: CST.BlockScalar): string {
  return props.map(toSource).join('')
}

function findLeaf(token: CST.Token): CST.Token {
  if (token.type !== 'block-map' && token.type !== 'block-seq') return token
  const items: Array<CST.CollectionItem> = token.items
  // Each has one: it is opened by a dash, a key, or a colon.
  const last = items.findLast(findFirst) as CST.CollectionItem
  return findLast(last) as CST.Token
}

/** Note: the last line ending is in no value, not even after `|+`. */
function findScalarEnd(value: string, token: CST.BlockScalar): number {
  const {offset, source} = token
  let end = offset + findHeader(token).length + source.length
  const least = keepsLines(token) ? beforeLineEnding(value, end) : 0
  while (end > least && isLineEnding(value.charCodeAt(end - 1))) end--
  return end
}

function beforeLineEnding(value: string, end: number): number {
  return end - (value.endsWith('\r\n', end) ? 2 : 1)
}

function afterSource(token: CST.Token): number {
  return token.offset + toSource(token).length
}

/** Note: all have one but the collections and documents. */
function toSource(token: CST.Token): string {
  return (token as CST.SourceToken).source
}

function says({type}: CST.SourceToken): boolean {
  return !silent.has(type)
}
