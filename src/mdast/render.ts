// Prints changed nodes into the source they came from. Each function gives the
// text for the place of an old node: a node that says the same is cut from the source,
// and one that does not is printed, at the smallest place that the grain allows.

import type {Root, RootContent} from 'mdast'
import type {Node} from 'unist'
import {type Aligned, align} from './align.ts'
import {idOf, ownIdOf} from './node-ids.ts'
import {blockParents, wordParents} from './parents.ts'
import {printNew, printNode, printPlain, separate} from './print-node.ts'
import type {Rendering, Site} from './printer.ts'
import {cut, endOf, findPrefix, isPlaced, startOf} from './source.ts'
import {childrenOf} from './walk.ts'

/**
 * The pieces that are printed: words, blocks, or blocks that stand in no other;
 * the last also without indented code, which is hard to put beside other blocks.
 */
export const grains = {words: 0, blocks: 1, whole: 2, plain: 3} as const

/** One of `grains`. */
export type Grain = (typeof grains)[keyof typeof grains]

/** Print the blocks of a content, each with a grain of its own. */
export function renderRoot(
  rendering: Rendering,
  root: Root,
  nodes: ReadonlyArray<RootContent>,
  grainOf: ReadonlyArray<Grain>
): string {
  const {ids, source} = rendering
  const old = root.children
  const aligned = align(ids, old, nodes)
  const [first] = old
  const last = old[old.length - 1]
  // Space around the blocks: their indentation, and spaces at the end.
  const before = first && aligned[0]?.index === 0 ? startOf(first) : 0
  const kept = last && aligned[aligned.length - 1]?.index === old.length - 1
  return (
    source.slice(0, before) +
    join(rendering, root, root, aligned, '', grainOf) +
    (kept ? source.slice(endOf(last)) : '')
  )
}

/** Print children side by side, with the old text between them if it can stay. */
function join(
  rendering: Rendering,
  oldParent: Node,
  parent: Node,
  aligned: ReadonlyArray<Aligned>,
  prefix: string,
  grainOf: ReadonlyArray<Grain> | Grain
): string {
  const old = childrenOf(oldParent)
  let value = ''
  aligned.forEach(({node, index}, position) => {
    const was = old[index]
    const site = {node, was, oldParent, parent, position, prefix}
    const previous = aligned[position - 1]
    if (previous) {
      value +=
        findBetween(rendering, parent, old, previous.index, index) ??
        separate(rendering, previous.node, site)
    }
    const grain =
      typeof grainOf === 'number' ? grainOf : (grainOf[position] as Grain)
    if (was) value += renderNode(rendering, was, site, grain)
    else
      value += (grain < grains.plain ? printNew : printPlain)(rendering, site)
  })
  return value
}

/** Find the old text between two nodes, or the text that must stand there. */
function findBetween(
  {source}: Rendering,
  parent: Node,
  old: ReadonlyArray<Node>,
  left: number,
  right: number
): string | undefined {
  // The row of dashes stands behind the first row, whichever is the next.
  const next = parent.type === 'table' && left === 0 ? 1 : right
  const before = old[left]
  const after = old[next]
  return before && after && next === left + 1
    ? source.slice(endOf(before), startOf(after))
    : undefined
}

/** Print the new form of an old node, for its place in the source. */
function renderNode(
  rendering: Rendering,
  old: Node,
  site: Site,
  grain: Grain
): string {
  const {ids, source} = rendering
  const {node, parent} = site
  const same = idOf(ids, old) === idOf(ids, node)
  if (same && grain < grains.plain) return cut(source, old)
  // Words go on in the lines of their block, wherever in a line they stand.
  const prefix = wordParents.has(parent.type)
    ? site.prefix
    : findPrefix(source, startOf(old))
  const placed = {...site, prefix}
  const within =
    (grain < grains.whole && blockParents.has(node.type)) ||
    (grain < grains.blocks && wordParents.has(node.type))
  if (within && ownIdOf(ids, old) === ownIdOf(ids, node)) {
    const value = renderInside(rendering, old, placed, grain)
    if (value !== undefined) return value
  }
  const print = grain < grains.plain ? printNode : printPlain
  return print(rendering, placed)
}

/** Print a parent of which only children changed; `undefined` if that is hard. */
function renderInside(
  rendering: Rendering,
  old: Node,
  {node, prefix: ownPrefix}: Site,
  grain: Grain
): string | undefined {
  const {ids, source} = rendering
  const before = childrenOf(old)
  const nodes = childrenOf(node)
  const [first] = before
  const last = before[before.length - 1]
  if (!first || !last || nodes.length === 0) return undefined
  if (!before.every(isPlaced)) return undefined
  const aligned = align(ids, before, nodes)
  const inPlace =
    before.length === nodes.length &&
    aligned.every(({index}, position) => index === position)
  // Words that come and go ask for white space; that is left to the printer.
  if (!inPlace && !blockParents.has(node.type)) return undefined
  const prefix = wordParents.has(node.type)
    ? ownPrefix
    : findPrefix(source, startOf(first))
  return (
    source.slice(startOf(old), startOf(first)) +
    join(rendering, old, node, aligned, prefix, grain) +
    source.slice(endOf(last), endOf(old))
  )
}
