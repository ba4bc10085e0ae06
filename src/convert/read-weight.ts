import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'
import type {ChatMessage} from './message.ts'

/** Read whether a message counts in training: 1, or 0 where it does not. */
export function readWeight(
  weight: number | null | undefined,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): Pick<ChatMessage, 'weight'> {
  if (weight == null) return {}
  if (weight === 0 || weight === 1) return {weight}
  const reason = `Cannot keep the weight ${weight}, expected 0 or 1`
  lose(options, 'weight-dropped', [...path, 'weight'], reason)
  return {}
}
