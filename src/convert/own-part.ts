import {isPlainObject} from '../yaml/is-plain-object.ts'
import type {OtherPart, Part} from './message.ts'

/** Keep a part that no chat has, under the name of its format. */
export function keepOwnPart(part: OtherPart, format: string): OtherPart {
  return {...part, kind: `${format}:${part.kind}`}
}

/** Find the part that a chat keeps for a format. */
export function findOwnPart(
  part: Part,
  format: string
): Record<string, unknown> | undefined {
  if (part.type !== 'other' || !part.kind.startsWith(`${format}:`)) {
    return undefined
  }
  return isPlainObject(part.value) ? part.value : undefined
}
