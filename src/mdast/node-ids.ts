// Whether two nodes say the same, as a comparison of two numbers: trees come
// in, and nodes that mean the same get the same number, each looked at once.

import type {Text} from 'mdast'
import type {Node, Parent} from 'unist'

/** Numbers of nodes: equal nodes have the same. */
export interface NodeIds {
  known: Map<string, number>
  found: WeakMap<Node, number>
}

/** Start to number nodes; only numbers from one start can be compared. */
export function createNodeIds(): NodeIds {
  return {known: new Map(), found: new WeakMap()}
}

/** Fields that say nothing in Markdown, or are written elsewhere. */
const silent = new Set(['children', 'data', 'position'])

/** Values that a field has when it is absent. */
const absent: Readonly<Record<string, unknown>> = {
  ordered: false,
  spread: false,
  start: 1
}

/** Find the number of a node; position and data do not count. */
export function idOf(ids: NodeIds, node: Node): number {
  const found = ids.found.get(node)
  if (found !== undefined) return found
  const parts: Array<unknown> = [node.type, ownFields(node)]
  const {children} = node as Partial<Parent>
  if (children) parts.push(contentIds(ids, children))
  const id = toId(ids, JSON.stringify(parts))
  ids.found.set(node, id)
  return id
}

/** Find a number for the fields of a node without its children. */
export function ownIdOf(ids: NodeIds, node: Node): number {
  return toId(ids, JSON.stringify([node.type, ownFields(node)]))
}

/** Find a number for a list of nodes, where texts side by side are one. */
export function listIdOf(ids: NodeIds, nodes: ReadonlyArray<Node>): number {
  return toId(ids, JSON.stringify(contentIds(ids, nodes)))
}

function contentIds(
  ids: NodeIds,
  nodes: ReadonlyArray<Node>
): Array<number | string> {
  const list: Array<number | string> = []
  for (const node of nodes) {
    if (node.type === 'text') {
      const last = list[list.length - 1]
      const value = String(toLf((node as Text).value))
      if (typeof last === 'string') list[list.length - 1] = last + value
      else if (value !== '') list.push(value)
    } else {
      list.push(idOf(ids, node))
    }
  }
  return list
}

function ownFields(node: Node): Array<[string, unknown]> {
  return Object.entries<unknown>({...node})
    .filter(
      ([key, value]) =>
        key !== 'type' &&
        !silent.has(key) &&
        value !== undefined &&
        value !== null &&
        absent[key] !== value
    )
    .map(([key, value]): [string, unknown] => [key, toLf(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Which line endings a text has says nothing. */
function toLf<T>(value: T): T | string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value
}

function toId({known}: NodeIds, key: string): number {
  const id = known.get(key) ?? known.size
  known.set(key, id)
  return id
}
