import type {Node, Parent, Point} from 'unist'

/** Put every point of a tree through `move`; deep trees take no stack. */
export function movePoints(root: Node, move: (point: Point) => Point): void {
  for (const node of walk(root)) {
    const {position} = node
    if (!position) continue
    node.position = {start: move(position.start), end: move(position.end)}
  }
}

/** Take the positions out of a tree. */
export function removePositions(root: Node): void {
  for (const node of walk(root)) delete node.position
}

/** Whether some node of a tree is more than `most` levels below its root. */
export function isDeeper(root: Node, most: number): boolean {
  let level = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap(node => childrenOf(node))
  }
  return false
}

/** The children of a node, if it has any. */
export function childrenOf(node: Node): Array<Node> {
  return 'children' in node ? (node as Parent).children : []
}

function* walk(root: Node): Generator<Node, undefined, undefined> {
  const nodes = [root]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    yield node
    for (const child of childrenOf(node)) nodes.push(child)
  }
}
