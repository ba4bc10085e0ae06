import type {Node, Parent, Point} from 'unist'

/** Says where a point is, of a file that the one it is in is a part of. */
export type MovePoint = (point: Point) => Point

/** Put every point of a tree through `move`. */
export function movePoints(root: Node, move: MovePoint): void {
  for (const [node] of walk(root)) {
    const {position} = node
    if (position) {
      node.position = {start: move(position.start), end: move(position.end)}
    }
  }
}

/** Take the positions out of a tree. */
export function removePositions(root: Node): void {
  for (const [node] of walk(root)) delete node.position
}

/** Whether some node of a tree is more than `most` levels below its root. */
export function isDeeper(root: Node, most: number): boolean {
  for (const [, depth] of walk(root)) if (depth > most) return true
  return false
}

/** Go over a tree, with the depth of each node; deep trees take no stack. */
function* walk(root: Node): Generator<[node: Node, depth: number]> {
  const rest: Array<[Node, number]> = [[root, 0]]
  for (let next = rest.pop(); next; next = rest.pop()) {
    yield next
    const [node, depth] = next
    for (const child of childrenOf(node)) rest.push([child, depth + 1])
  }
}

/** The children of a node, if it has any. */
export function childrenOf(node: Node): ReadonlyArray<Node> {
  return (node as Partial<Parent>).children ?? []
}
