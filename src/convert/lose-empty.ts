import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'

/** Report a message that says nothing, or nothing that a format has. */
export function loseEmpty(
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): void {
  const reason = 'Cannot send a message that says nothing'
  lose(options, 'empty-turn-dropped', path, reason)
}
