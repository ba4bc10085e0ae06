// How a changed tree gets back into its source: the source and the new nodes
// come in, and Markdown that means those nodes goes out, as much of it from
// the source as can be. The text that goes out is parsed and compared, and where it
// would mean something else a larger piece is printed anew.

import type {Root, RootContent} from 'mdast'
import {trimContent} from '../text/trim-content.ts'
import type {TurnTree} from '../tree.ts'
import {countSame} from './align.ts'
import {findDifference} from './find-difference.ts'
import {isAlike} from './is-alike.ts'
import {idOf, listIdOf} from './node-ids.ts'
import {findPlainStyle} from './print-node.ts'
import type {Rendering} from './printer.ts'
import {type Grain, grains, renderRoot} from './render.ts'
import {isPlaced, prefixLines} from './source.ts'

/** Take the path and the type of a node that cannot be written as it is. */
export type Lose = (lost: {path: string; type: string}) => void

/** Print the new content of a turn, whose old one was `root`. */
export function printContent(
  rendering: Rendering,
  root: Root,
  turn: TurnTree,
  lose: Lose
): string {
  const {ids, markdown, source} = rendering
  const nodes = turn.children
  const wanted = listIdOf(ids, nodes)
  if (listIdOf(ids, root.children) === wanted) return source
  const grainOf = nodes.map((): Grain => grains.words)
  const rounds = root.children.every(isPlaced) ? grains.plain + 1 : 0
  let alike: string | undefined
  for (let round = 0; ; round++) {
    const isLast = round === rounds
    const value = isLast
      ? printWhole(rendering, nodes)
      : renderRoot(rendering, root, nodes, grainOf)
    const content = trimContent(value)
    const read = markdown.parse(content)
    if (listIdOf(ids, read.children) === wanted) return content
    if (isAlike(ids, read.children, nodes)) alike ??= content
    if (isLast) {
      if (alike === undefined) lose(findDifference(ids, turn, read))
      return alike ?? content
    }
    coarsen(rendering, read, nodes, grainOf)
  }
}

/** Print all nodes anew. */
function printWhole(
  {markdown, style, lineEnding}: Rendering,
  nodes: ReadonlyArray<RootContent>
): string {
  const root: Root = {type: 'root', children: [...nodes]}
  const value = markdown.print(root, {...style, ...findPlainStyle(markdown)})
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
