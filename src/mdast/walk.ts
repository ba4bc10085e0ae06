import type {Node, Parent, Point} from 'unist'

/** Says where a point is, of a file that the one it is in is a part of. */
export type MovePoint = (point: Point) => Point

/** A node, and the way to it. */
export interface Place {
  node: Node
  /** How many levels it is below the root. */
  depth: number
  /** Place of its parent; the root has none. */
  parent: Place | undefined
  /** Index among the children of its parent. */
  index: number
}

/** Put every point of a tree through `move`. */
export function movePoints(root: Node, move: MovePoint): void {
  for (const {node} of walk(root)) {
    const {position} = node
    if (position) {
      node.position = {start: move(position.start), end: move(position.end)}
    }
  }
}

/** Take the positions out of a tree. */
export function removePositions(root: Node): void {
  for (const {node} of walk(root)) delete node.position
}

/** Whether some node of a tree is more than `most` levels below its root. */
export function isDeeper(root: Node, most: number): boolean {
  for (const {depth} of walk(root)) if (depth > most) return true
  return false
}

/** Go over a tree; deep trees take no stack. */
export function* walk(root: Node): Generator<Place> {
  const rest: Array<Place> = [
    {node: root, depth: 0, parent: undefined, index: 0}
  ]
  for (let place = rest.pop(); place; place = rest.pop()) {
    yield place
    const depth = place.depth + 1
    for (const [index, node] of childrenOf(place.node).entries()) {
      rest.push({node, depth, parent: place, index})
    }
  }
}

/** Say how to come from the root of a tree to a place in it. */
export function pathOf({parent, index}: Place): string {
  return parent ? `${pathOf(parent)}.children[${index}]` : ''
}

/** The children of a node, if it has any. */
export function childrenOf(node: Node): ReadonlyArray<Node> {
  return (node as Partial<Parent>).children ?? []
}
