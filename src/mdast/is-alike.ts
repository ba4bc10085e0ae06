// Whether nodes say the same, apart from details that Markdown leaves open. Trees made by
// hand and by plugins rarely say all that a parser does, such as the kind of
// each reference, and may say things that cannot be written, such as a paragraph
// without words. So two lists of nodes come in, and copies are compared.

import type {InlineCode, Link, Literal, Table, Text} from 'mdast'
import type {Node} from 'unist'
import {listIdOf, type NodeIds} from './node-ids.ts'
import {wordParents} from './parents.ts'
import {childrenOf} from './walk.ts'

/** Fields that follow from others, or that the nodes around may not allow. */
const loose: ReadonlySet<string> = new Set([
  'children',
  'label',
  'position',
  'referenceType',
  'spread'
])

/** Changes of nodes of a type. */
const changes: Readonly<Record<string, (node: Node) => object>> = {
  inlineCode: joinLines,
  table: node => ({align: trimList((node as Table).align ?? [], isAbsent)}),
  tableRow: node => ({children: trimList(childrenOf(node), hasNoChildren)})
}

/** Whether two lists of nodes say the same, apart from details that Markdown leaves open. */
export function isAlike(
  ids: NodeIds,
  left: ReadonlyArray<Node>,
  right: ReadonlyArray<Node>
): boolean {
  return listIdOf(ids, loosen(left)) === listIdOf(ids, loosen(right))
}

/** Copy nodes without details that Markdown leaves open. */
function loosen(
  nodes: ReadonlyArray<Node>,
  adapt: (node: Node) => Node = toParagraph
): Array<Node> {
  return nodes.map(loosenNode).filter(isSaid).map(adapt)
}

function loosenNode(node: Node): Node {
  const copy = {type: node.type}
  for (const [key, value] of Object.entries(node)) {
    if (!loose.has(key) && !isEmpty(value)) Object.assign(copy, {[key]: value})
  }
  if ('children' in node) {
    const adapt = wordParents.has(node.type) ? toHtml : toParagraph
    Object.assign(copy, {children: loosen(childrenOf(node), adapt)})
  }
  return Object.assign(copy, changes[node.type]?.(copy))
}

/** Whether a field says as much as one that is absent. */
function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === ''
  return Object.keys(value).length === 0
}

/** Whether a node says something: not a text, paragraph, or list of nothing. */
function isSaid(node: Node): boolean {
  const {type} = node
  if (type === 'text') return 'value' in node
  const isWeak = type === 'paragraph' || type === 'list'
  return !isWeak || !hasNoChildren(node)
}

/** Put HTML and comments in a paragraph, as they may be read so. */
function toParagraph(node: Node): Node {
  const {type} = node
  return type === 'html' || type === 'chatComment'
    ? ({type: 'paragraph', children: [toHtml(node)]} as Node)
    : node
}

/** Make HTML of words, as `<b>a</b>` can be one node or three. */
function toHtml(node: Node): Node {
  const {value} = node as Literal
  if (node.type === 'html') return toText(value)
  if (node.type === 'link') return toAddress(node as Link)
  return node.type === 'text' ? toText(toEscaped(value)) : node
}

/** GFM takes an address for a link to it, however it is escaped. */
function toAddress(link: Link): Node {
  const {children, title, url} = link
  const [text] = children
  if (title || children.length !== 1 || text?.type !== 'text') return link
  const urls = ['', 'http://', 'mailto:'].map(start => start + text.value)
  return urls.includes(toEscaped(url)) ? text : link
}

function toText(value: string): Text {
  return {type: 'text', value}
}

function toEscaped(value: unknown): string {
  return String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

/** In code, line endings are read as spaces. */
function joinLines(node: Node): object {
  const value = String((node as InlineCode).value).replace(/\r\n?|\n/g, ' ')
  return {value}
}

/** Take off the items at the end that say nothing. */
function trimList<T>(
  list: ReadonlyArray<T>,
  saysNothing: (item: T) => boolean
): Array<T> {
  let end = list.length
  while (end > 0 && saysNothing(list[end - 1] as T)) end--
  return list.slice(0, end)
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined
}

function hasNoChildren(node: Node): boolean {
  return childrenOf(node).length === 0
}
