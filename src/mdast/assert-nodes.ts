import type {Node} from 'unist'
import {isArray} from '../yaml/is-array.ts'
import {maxDepth} from './parse-content.ts'
import {pathOf, walk} from './walk.ts'

/**
 * Make sure that all below a node are nodes, and that they do not nest too deep.
 *
 * @throws {TypeError} If one is none; `name` is how to call the node.
 */
export function assertNodes(root: Node, name: string): void {
  // Note: the walk goes on to the children of a node once it was looked at.
  for (const place of walk(root)) {
    const node: unknown = place.node
    if (!isNode(node)) {
      throw new TypeError(`Expected \`${name}${pathOf(place)}\` to be a node`)
    }
    if (place.depth > maxDepth) {
      throw new TypeError(
        `Expected \`${name}.children\` to nest at most ${maxDepth} levels`
      )
    }
    if ('children' in node && !isChildren(node.children)) {
      throw new TypeError(
        `Expected \`${name}${pathOf(place)}.children\` to be a list of nodes`
      )
    }
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string'
  )
}

function isChildren(value: unknown): boolean {
  return value === undefined || isArray(value)
}
