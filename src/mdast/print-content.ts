// How a changed tree gets back into its source: the source and the new nodes
// come in, and Markdown that means those nodes goes out, as much of it from
// the source as can be. What goes out is parsed and compared, and where it
// would mean something else a larger piece is printed anew.

import type {Root, RootContent} from 'mdast'
import {countSame} from './align.ts'
import {idOf, listIdOf} from './node-ids.ts'
import type {Rendering} from './printer.ts'
import {type Grain, grains, renderRoot} from './render.ts'
import {isPlaced, prefixLines} from './source.ts'

/** Print nodes as the content that was `root`. */
export function printContent(
  rendering: Rendering,
  root: Root,
  nodes: ReadonlyArray<RootContent>
): string {
  const {ids, markdown, source} = rendering
  const wanted = listIdOf(ids, nodes)
  if (listIdOf(ids, root.children) === wanted) return source
  if (!root.children.every(isPlaced)) return printWhole(rendering, nodes)
  const grainOf = nodes.map((): Grain => grains.words)
  let whole = ''
  for (let round = 0; round <= grains.plain; round++) {
    const value = renderRoot(rendering, root, nodes, grainOf)
    const read = markdown.parse(value)
    const meant = listIdOf(ids, read.children)
    if (meant === wanted) return value
    // Some trees cannot be written; then what they are read as is what counts.
    if (round === 0) whole = printWhole(rendering, nodes)
    if (meant === listIdOf(ids, markdown.parse(whole).children)) return value
    coarsen(rendering, read, nodes, grainOf)
  }
  return whole
}

/** Print all nodes anew. */
function printWhole(
  {markdown, style, lineEnding}: Rendering,
  nodes: ReadonlyArray<RootContent>
): string {
  const root: Root = {type: 'root', children: [...nodes]}
  const value = markdown.print(root, {...style, fences: true})
  return prefixLines(value, '', lineEnding)
}

/** Let the blocks that were read otherwise be printed in larger pieces. */
function coarsen(
  {ids}: Rendering,
  read: Root,
  nodes: ReadonlyArray<RootContent>,
  grainOf: Array<Grain>
): void {
  const got = read.children.map(node => idOf(ids, node))
  const wanted = nodes.map(node => idOf(ids, node))
  const {start, end} = countSame(wanted, got)
  for (let index = start; index < nodes.length - end; index++) {
    const grain = grainOf[index] as Grain
    grainOf[index] = Math.min(grain + 1, grains.plain) as Grain
  }
}
