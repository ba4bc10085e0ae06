import {lose} from './lose.ts'
import type {LossCode, LossOptions} from './loss.ts'
import type {ChatMessage} from './message.ts'

/** Keys of a message besides role and parts. */
export type Metadata = 'extra' | 'id' | 'model' | 'name' | 'time' | 'weight'

const codes: ReadonlyArray<[Metadata, LossCode]> = [
  ['id', 'id-dropped'],
  ['model', 'model-dropped'],
  ['name', 'name-dropped'],
  ['time', 'time-dropped'],
  ['weight', 'weight-dropped'],
  ['extra', 'extra-dropped']
]

/** Report the keys of a message that a format has no place for. */
export function dropMetadata(
  message: ChatMessage,
  kept: ReadonlyArray<Metadata>,
  path: ReadonlyArray<number | string>,
  format: string,
  options: Readonly<LossOptions> | null | undefined
): void {
  for (const [key, code] of codes) {
    if (message[key] === undefined || kept.includes(key)) continue
    const reason = `Cannot keep \`${key}\` of a message: ${format} has no place for it`
    lose(options, code, [...path, key], reason)
  }
}
