import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'
import type {Part} from './message.ts'
import {fromParts} from './parts/from-parts.ts'

/** Write a part that a format has no place for as a note has it: as text. */
export function losePart(
  part: Part,
  path: ReadonlyArray<number | string>,
  format: string,
  options: Readonly<LossOptions> | null | undefined
): string {
  const {type} = part
  const name = type === 'other' ? part.kind : type
  const reason = `Cannot keep a part of type \`${name}\`: ${format} has it as text`
  lose(options, 'unknown-part', path, reason)
  return type === 'refusal' ? part.text : fromParts([part])
}
