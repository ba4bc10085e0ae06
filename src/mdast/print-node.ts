import type {InlineCode, List, ListItem, Nodes, PhrasingContent} from 'mdast'
import type {Unsafe} from 'mdast-util-to-markdown'
import type {Node} from 'unist'
import type {Markdown} from './markdown.ts'
import {type MarkdownStyle, readStyle} from './markdown-style.ts'
import {idOf} from './node-ids.ts'
import {wordParents} from './parents.ts'
import type {Rendering, Site} from './printer.ts'
import {prefixLines} from './source.ts'
import {childrenOf} from './walk.ts'

/** Find the style of nodes that can stand beside anything, and hold anything. */
export function findPlainStyle(markdown: Markdown): MarkdownStyle {
  return {
    emphasis: '*',
    fences: true,
    setext: false,
    strong: '*',
    unsafe: markdown.types().has('textDirective') ? [directive] : []
  }
}

/**
 * A start of a directive: the extension for those has it too, but not after a
 * character that gets an escape, which is one that may stand there.
 */
const directive: Unsafe = {
  character: ':',
  after: '[^\\s\\p{P}\\p{S}]',
  inConstruct: 'phrasing',
  unicode: true
}

/** Print a node that was not there, from its source if it stood elsewhere. */
export function printNew(rendering: Rendering, site: Site): string {
  const source = rendering.sources.get(idOf(rendering.ids, site.node))
  return source === undefined
    ? printNode(rendering, site)
    : prefixLines(source, site.prefix, rendering.lineEnding)
}

/** Print a node for the place where it stands. */
export function printNode(rendering: Rendering, site: Site): string {
  const value = toValue(rendering, site)
  return prefixLines(value, site.prefix, rendering.lineEnding)
}

/**
 * Print a node so that it can stand beside any other: code in fences, and lists
 * side by side with markers of their own.
 */
export function printPlain(rendering: Rendering, site: Site): string {
  const other = site.position % 2 === 1
  const style: MarkdownStyle = {
    ...rendering.style,
    ...findPlainStyle(rendering.markdown),
    bullet: other ? '*' : '-',
    bulletOrdered: other ? ')' : '.'
  }
  return printNode({...rendering, style}, {...site, was: undefined})
}

function toValue(rendering: Rendering, site: Site): string {
  const {markdown, style, source} = rendering
  const {node, parent, was} = site
  if (parent.type === 'list') return printItem(rendering, site)
  if (node.type !== 'tableCell' && wordParents.has(parent.type)) {
    return printWords(rendering, site)
  }
  const own = was && readStyle(source, was)
  return markdown.print(node as Nodes, {...style, ...own})
}

/** Print an item with the marker that its list goes on with. */
function printItem({markdown, style, source}: Rendering, site: Site): string {
  const list = site.parent as List
  const own = {...style, ...readStyle(source, site.oldParent)}
  const step = own.incrementListMarker === false ? 0 : site.position
  const start = (list.start ?? 1) + step
  const children = [site.node as ListItem]
  return markdown.print({...list, start, children}, own)
}

/** Print words as they are within a line: without escapes for its ends. */
function printWords(
  {markdown, style}: Rendering,
  {node, parent, position}: Site
): string {
  const other: InlineCode = {type: 'inlineCode', value: 'x'}
  const before = position > 0 ? [other] : []
  const after = position < childrenOf(parent).length - 1 ? [other] : []
  const children = [...before, node as PhrasingContent, ...after]
  const value = markdown.print({type: 'paragraph', children}, style)
  return value.slice(before.length * 3, value.length - after.length * 3)
}

/** Text to put between a block and one that did not stand after it. */
export function separate(
  {lineEnding}: Rendering,
  node: Node,
  {node: next, parent, prefix}: Site
): string {
  const line = lineEnding + prefix
  if (parent.type === 'table') return line
  const tight = 'spread' in parent && parent.spread === false
  const paragraphs = node.type === 'paragraph' && next.type === 'paragraph'
  if (tight && !paragraphs) return line
  return lineEnding + prefix.trimEnd() + line
}
