import type {Node} from 'unist'
import {lineStart} from '../text/line.ts'
import {blockParents} from './parents.ts'
import {endOf, isPlaced, positionOf, startOf} from './source.ts'
import {childrenOf} from './walk.ts'

/**
 * Let each block end on a line before the next one, and within its parent: for
 * micromark, a block that a container leaves open ends in the line after it.
 *
 * ```markdown
 *   | - ```
 *   |   a
 * > | - b
 *     ^^
 * ```
 */
export function clampEnds(source: string, parent: Node): void {
  if (!blockParents.has(parent.type)) return
  const children = childrenOf(parent).filter(isPlaced)
  children.forEach((node, index) => {
    const next = children[index + 1]
    const last = next ? endOfLineBefore(source, startOf(next)) : endOf(parent)
    if (endOf(node) > last) positionOf(node).end.offset = last
    clampEnds(source, node)
  })
}

/** Find where the line ends that is before the one with `offset`. */
function endOfLineBefore(source: string, offset: number): number {
  let end = lineStart(source, offset, 0)
  if (source[end - 1] === '\n') end--
  if (source[end - 1] === '\r') end--
  return end
}
