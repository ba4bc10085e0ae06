import type {InlineCode, List, ListItem, Nodes, PhrasingContent} from 'mdast'
import type {Node} from 'unist'
import {type MarkdownStyle, readStyle} from './markdown-style.ts'
import {idOf} from './node-ids.ts'
import type {Rendering, Site} from './printer.ts'
import {prefixLines} from './source.ts'
import {childrenOf} from './walk.ts'

/** Nodes that hold words. */
export const wordParents: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'heading',
  'link',
  'linkReference',
  'paragraph',
  'strong',
  'tableCell',
  'tableRow'
])

/** Print a node that was not there, from its source if it stood elsewhere. */
export function printNew(
  rendering: Rendering,
  node: Node,
  site: Site,
  prefix: string
): string {
  const source = rendering.sources.get(idOf(rendering.ids, node))
  return source === undefined
    ? printNode(rendering, node, site, prefix)
    : prefixLines(source, prefix, rendering.lineEnding)
}

/** Print a node for a place where lines start with `prefix`. */
export function printNode(
  rendering: Rendering,
  node: Node,
  site: Site,
  prefix: string
): string {
  const value = toValue(rendering, node, site)
  return prefixLines(value, prefix, rendering.lineEnding)
}

/**
 * Print a node so that it can stand beside any other: code in fences, and lists
 * side by side with markers of their own.
 */
export function printPlain(
  rendering: Rendering,
  node: Node,
  site: Site,
  prefix: string
): string {
  const other = site.position % 2 === 1
  const style: MarkdownStyle = {
    ...rendering.style,
    fences: true,
    bullet: other ? '*' : '-',
    bulletOrdered: other ? ')' : '.'
  }
  return printNode(
    {...rendering, style},
    node,
    {...site, was: undefined},
    prefix
  )
}

function toValue(rendering: Rendering, node: Node, site: Site): string {
  const {markdown, style} = rendering
  if (site.parent.type === 'list') return printItem(rendering, node, site)
  if (node.type !== 'tableCell' && wordParents.has(site.parent.type)) {
    return printWords(rendering, node, site)
  }
  return markdown.print(node as Nodes, {
    ...style,
    ...(site.was && readStyle(rendering.source, site.was))
  })
}

/** Print an item with the marker that its list goes on with. */
function printItem(rendering: Rendering, node: Node, site: Site): string {
  const list = site.parent as List
  const style = {
    ...rendering.style,
    ...readStyle(rendering.source, site.oldParent)
  }
  const step = style.incrementListMarker === false ? 0 : site.position
  const start = (list.start ?? 1) + step
  const {markdown} = rendering
  return markdown.print({...list, start, children: [node as ListItem]}, style)
}

/** Print words as they are within a line: without escapes for its ends. */
function printWords(
  {markdown, style}: Rendering,
  node: Node,
  {parent, position}: Site
): string {
  const other: InlineCode = {type: 'inlineCode', value: 'x'}
  const before = position > 0 ? [other] : []
  const after = position < childrenOf(parent).length - 1 ? [other] : []
  const children = [...before, node as PhrasingContent, ...after]
  const value = markdown.print({type: 'paragraph', children}, style)
  return value.slice(before.length * 3, value.length - after.length * 3)
}

/** What to put between two blocks that did not stand side by side. */
export function separate(
  {lineEnding}: Rendering,
  parent: Node,
  node: Node,
  next: Node,
  prefix: string
): string {
  const line = lineEnding + prefix
  if (parent.type === 'table') return line
  const tight = 'spread' in parent && parent.spread === false
  const paragraphs = node.type === 'paragraph' && next.type === 'paragraph'
  if (tight && !paragraphs) return line
  return lineEnding + prefix.trimEnd() + line
}
