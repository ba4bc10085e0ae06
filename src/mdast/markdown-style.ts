import type {List, Nodes} from 'mdast'
import type {Options} from 'mdast-util-to-markdown'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {cut, isPlaced, startOf} from './source.ts'

/** How Markdown is written (options of mdast-util-to-markdown). */
export type MarkdownStyle = Options

/** How it is written where nothing is there to follow. */
const defaults: MarkdownStyle = {bullet: '-', listItemIndent: 'one', rule: '-'}

/** Reads how the construct at the start of `value` is written. */
type Reader = (value: string, node: Nodes) => MarkdownStyle

const readers: Partial<Record<Nodes['type'], Reader>> = {
  code: ([first]) =>
    first === '`' || first === '~'
      ? {fence: first, fences: true}
      : {fences: false},
  emphasis: value => ({emphasis: value[0] as '*' | '_'}),
  heading: readHeading,
  link: value => (value.endsWith("')") ? {quote: "'"} : {}),
  list: (value, node) => readList(value, node as List),
  strong: value => ({strong: value[0] as '*' | '_'}),
  thematicBreak: readRule
}

/**
 * Find how Markdown is written in `value`, of which `root` is the tree: the
 * first of each construct decides.
 */
export function findMarkdownStyle(value: string, root: Nodes): MarkdownStyle {
  const style = {...defaults}
  const seen = new Set<string>()
  visit(root, node => {
    const name = node.type === 'list' ? `list ${node.ordered}` : node.type
    if (seen.has(name)) return
    if (isPlaced(node)) seen.add(name)
    Object.assign(style, readStyle(value, node))
  })
  return style
}

/** Read how one node is written. */
export function readStyle(value: string, node: Node): MarkdownStyle {
  const read = readers[node.type as Nodes['type']]
  return read && isPlaced(node) ? read(cut(value, node), node as Nodes) : {}
}

/** Read how a list is written: its marker, its numbers, its indentation. */
function readList(value: string, list: List): MarkdownStyle {
  const [, number = '', marker, space = ''] = /^(\d*)([-*+.)])([ \t]*)/.exec(
    value
  ) as RegExpExecArray
  const style: MarkdownStyle = {
    listItemIndent: /\t|^ {2,4}$/.test(space) ? 'tab' : 'one'
  }
  if (marker === '.' || marker === ')') style.bulletOrdered = marker
  else style.bullet = marker as '*' | '+' | '-'
  const [first, second] = list.children
  if (first && second) {
    const offset = startOf(second) - startOf(first)
    style.incrementListMarker = !value.startsWith(number + marker, offset)
  }
  return style
}

function readHeading(value: string): MarkdownStyle {
  return value.startsWith('#')
    ? {setext: false, closeAtx: value.endsWith('#')}
    : {setext: true}
}

function readRule(value: string): MarkdownStyle {
  const rule = value[0] as '*' | '-' | '_'
  return {
    rule,
    ruleRepetition: value.split(rule).length - 1,
    ruleSpaces: /[ \t]/.test(value.trim())
  }
}
