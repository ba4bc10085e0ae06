import type {Node} from 'unist'
import {isAlike} from './is-alike.ts'
import type {NodeIds} from './node-ids.ts'
import {childrenOf} from './walk.ts'

/**
 * Find the smallest node that is not read as it is, below `node` or itself: say
 * how to come to it, and its type.
 */
export function findDifference(
  ids: NodeIds,
  node: Node,
  read: Node
): {path: string; type: string} {
  const children = childrenOf(node)
  const others = childrenOf(read)
  const index = children.findIndex((child, index) => {
    const other = others[index]
    return !other || !isAlike(ids, [child], [other])
  })
  const child = children[index]
  const other = others[index]
  if (!child || !other || children.length !== others.length) {
    return {path: '', type: node.type}
  }
  const {path, type} = findDifference(ids, child, other)
  return {path: `.children[${index}]${path}`, type}
}
