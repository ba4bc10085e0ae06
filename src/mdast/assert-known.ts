import type {Node} from 'unist'
import {type Place, pathOf, walk} from './walk.ts'

/**
 * Make sure that each node of a tree is of a type that can be printed.
 *
 * @throws {TypeError}
 *   If one is not; it is looked for below `root`, which is called `name`.
 */
export function assertKnown(
  tree: Node,
  types: ReadonlySet<string>,
  root: Node,
  name: string
): void {
  for (const {node} of walk(tree)) {
    if (types.has(node.type)) continue
    const place = [...walk(root)].find(place => place.node === node) as Place
    throw new TypeError(
      `Cannot print \`${name}${pathOf(place)}\`, as no extension has a handler for a node of type \`${node.type}\``
    )
  }
}
