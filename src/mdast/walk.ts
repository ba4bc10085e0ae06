import type {Node, Parent, Point} from 'unist'

/** Says where a point is, of a file that the one it is in is a part of. */
export type MovePoint = (point: Point) => Point

/** Put every point of a tree through `move`; deep trees take no stack. */
export function movePoints(root: Node, move: MovePoint): void {
  const nodes = [root]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const {position} = node
    if (position) {
      node.position = {start: move(position.start), end: move(position.end)}
    }
    for (const child of childrenOf(node)) nodes.push(child)
  }
}

/** Take the positions out of a tree. */
export function removePositions(root: Node): void {
  const nodes = [root]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    delete node.position
    for (const child of childrenOf(node)) nodes.push(child)
  }
}

/** Whether some node of a tree is more than `most` levels below its root. */
export function isDeeper(root: Node, most: number): boolean {
  const nodes = [root]
  const depths = [0]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const depth = depths.pop() as number
    if (depth > most) return true
    for (const child of childrenOf(node)) {
      nodes.push(child)
      depths.push(depth + 1)
    }
  }
  return false
}

/** The children of a node, if it has any. */
export function childrenOf(node: Node): ReadonlyArray<Node> {
  return (node as Partial<Parent>).children ?? none
}

const none: ReadonlyArray<Node> = []
