import type {TurnTree} from './tree.ts'

/** Whether the content of a turn is mdast. */
export function hasChildren(turn: unknown): turn is TurnTree {
  return (turn as Partial<TurnTree> | null | undefined)?.children !== undefined
}
