import {isArray} from '../yaml/is-array.ts'
import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'

/** Report keys of a value that has no place in a chat, unless they say nothing. */
export function dropRest(
  value: object,
  known: ReadonlyArray<string>,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): void {
  const entries: Array<[string, unknown]> = Object.entries(value)
  for (const [key, item] of entries) {
    if (known.includes(key) || saysNothing(item)) continue
    const reason = `Cannot keep \`${key}\`: a chat has no place for it`
    lose(options, 'extra-dropped', [...path, key], reason)
  }
}

function saysNothing(value: unknown): boolean {
  return value == null || (isArray(value) && value.length === 0)
}
