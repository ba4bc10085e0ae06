import type {Node, Point, Position} from 'unist'
import {lineStart} from '../text/line.ts'

/** Offset of a point that a parser made. */
export function offsetOf(point: Point): number {
  return point.offset as number
}

/** Whether a node says where it is; some that plugins make do not. */
export function isPlaced(node: Node): boolean {
  return node.position !== undefined
}

/** Where a node of a parsed content is. */
export function positionOf(node: Node): Position {
  return node.position as Position
}

/** Offset at which a node of a parsed content starts. */
export function startOf(node: Node): number {
  return offsetOf(positionOf(node).start)
}

/** Offset after a node of a parsed content. */
export function endOf(node: Node): number {
  return offsetOf(positionOf(node).end)
}

/** Cut a node from its source. */
export function cut(source: string, node: Node): string {
  return source.slice(startOf(node), endOf(node))
}

/**
 * Find how lines must start to be in the same containers as the text
 * at `offset`: the text before it on its line, list markers as spaces.
 */
export function findPrefix(source: string, offset: number): string {
  const start = lineStart(source, offset, 0)
  return source.slice(start, offset).replace(/[^>\t]/g, ' ')
}

/** Put a prefix before all lines but the first; words may follow the last. */
export function prefixLines(
  value: string,
  prefix: string,
  lineEnding: string
): string {
  return value
    .split(/\r\n|\r|\n/)
    .map((line, index, lines) => {
      if (index === 0) return line
      const isBlank = line === '' && index < lines.length - 1
      return isBlank ? prefix.trimEnd() : prefix + line
    })
    .join(lineEnding)
}
