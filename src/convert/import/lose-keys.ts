import {lose} from '../lose.ts'
import type {Loss, LossOptions} from '../loss.ts'

/** A message, and where it is. */
interface Place {
  value: Readonly<Record<string, unknown>>
  path: Loss['path']
}

/**
 * Report the keys of messages that a chat has no place for, once for
 * each key.
 */
export function loseKeys(
  messages: ReadonlyArray<Place>,
  known: ReadonlySet<string>,
  options: Readonly<LossOptions>
): void {
  const groups = new Map<string, {path: Loss['path']; count: number}>()
  for (const {value, path} of messages) {
    for (const [key, item] of Object.entries(value)) {
      if (known.has(key) || saysNothing(item)) continue
      const group = groups.get(key)
      if (group) group.count++
      else groups.set(key, {path: [...path, key], count: 1})
    }
  }
  for (const [key, {path, count}] of groups) {
    const messages = count === 1 ? '1 message' : `${count} messages`
    const reason = `Cannot keep \`${key}\` of ${messages}: a chat has no place for it`
    lose(options, 'extra-dropped', path, reason)
  }
}

function saysNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.keys(value).length === 0
  }
  return !value
}
