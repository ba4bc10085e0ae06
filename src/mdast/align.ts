import type {Node} from 'unist'
import {idOf, type NodeIds} from './node-ids.ts'

/** A node of the changed tree, and the one of the source that it was. */
export interface Aligned {
  node: Node
  /** Index of that one among the nodes of the source; `-1` if it is new. */
  index: number
}

/**
 * Find the old node of each node: equal nodes, in order, stay; of the nodes
 * between them one of the same type is taken to have changed.
 */
export function align(
  ids: NodeIds,
  old: ReadonlyArray<Node>,
  nodes: ReadonlyArray<Node>
): Array<Aligned> {
  const matches = matchSame(ids, old, nodes)
  const taken = new Set(matches)
  let next = 0
  return nodes.map((node, position) => {
    let index = matches[position] as number
    // Only the next: further ones would be lost to the nodes that follow.
    const isNext = !taken.has(next) && old[next]?.type === node.type
    if (index === -1 && isNext) index = next
    if (index !== -1) next = index + 1
    return {node, index}
  })
}

/** Match nodes that say the same: those at both ends, then others in order. */
function matchSame(
  ids: NodeIds,
  old: ReadonlyArray<Node>,
  nodes: ReadonlyArray<Node>
): Array<number> {
  const oldIds = old.map(node => idOf(ids, node))
  const newIds = nodes.map(node => idOf(ids, node))
  const matches = newIds.map(() => -1)
  const {start, end} = countSame(oldIds, newIds)
  for (let index = 0; index < start; index++) matches[index] = index
  for (let index = 1; index <= end; index++) {
    matches[nodes.length - index] = old.length - index
  }
  const places = new Map<number, Array<number>>()
  for (let index = old.length - end - 1; index >= start; index--) {
    const id = oldIds[index] as number
    const place = places.get(id)
    if (place) place.push(index)
    else places.set(id, [index])
  }
  let next = start
  for (let index = start; index < nodes.length - end; index++) {
    const place = places.get(newIds[index] as number)
    while (place && (place[place.length - 1] ?? next) < next) place.pop()
    const match = place?.pop()
    if (match === undefined) continue
    matches[index] = match
    next = match + 1
  }
  return matches
}

/** Count the items that two lists share at their starts, and at their ends. */
export function countSame(
  left: ReadonlyArray<number>,
  right: ReadonlyArray<number>
): {start: number; end: number} {
  const least = Math.min(left.length, right.length)
  let start = 0
  while (start < least && left[start] === right[start]) start++
  let end = 0
  while (
    end < least - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  ) {
    end++
  }
  return {start, end}
}
