import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Step} from '../to-steps.ts'
import type {Written} from './style.ts'
import type {TrainingMessage} from './types.ts'

/** Join messages of one role that stand side by side. */
export function joinSame(
  written: ReadonlyArray<Written>,
  options: Readonly<LossOptions>
): Array<TrainingMessage> {
  const joined: Array<TrainingMessage> = []
  for (const [message, {path}] of written) {
    const last = joined[joined.length - 1]
    if (last?.role !== message.role) {
      joined.push({...message})
      continue
    }
    const {role} = message
    const code = role === 'system' ? 'system-merged' : 'parts-joined'
    const reason = `Cannot keep two messages of \`${role}\` side by side: they are one here`
    lose(options, code, path, reason)
    last.content = `${last.content}\n\n${message.content}`
    joinWeight(last, message, path, options)
  }
  return joined
}

/** Two messages count in training if both do. */
function joinWeight(
  last: TrainingMessage,
  {weight}: TrainingMessage,
  path: Step['path'],
  options: Readonly<LossOptions>
): void {
  if (weight === last.weight) return
  const reason =
    'Cannot keep two weights of one message: it has the smaller one'
  lose(options, 'weight-dropped', [...path, 'weight'], reason)
  last.weight = weight === 0 || last.weight === 0 ? 0 : 1
}
