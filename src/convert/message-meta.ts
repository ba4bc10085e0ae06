import type {TurnMeta} from '../dialects/meta.ts'
import {hasOwn} from '../yaml/has-own.ts'
import {setOwn} from '../yaml/to-data.ts'
import type {LossCode, LossOptions} from './loss.ts'
import type {ChatMessage} from './message.ts'

/** Fields of a message besides its role, its parts, and its model. */
export type MessageMeta = Pick<
  ChatMessage,
  'id' | 'name' | 'time' | 'weight' | 'extra'
>

/** Read the meta of a turn as that of a message. */
export function readMeta(meta: TurnMeta): MessageMeta {
  const read: MessageMeta = {}
  const extra: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(meta)) {
    if (isText(key) && typeof value === 'string') read[key] = value
    else if (key === 'weight' && (value === 0 || value === 1))
      read.weight = value
    else if (value !== undefined) setOwn(extra, key, value)
  }
  if (Object.keys(extra).length > 0) read.extra = extra
  return read
}

function isText(key: string): key is 'id' | 'name' | 'time' {
  return key === 'id' || key === 'name' || key === 'time'
}

/** Write these fields as the meta of a turn; `undefined` if there are none. */
export function writeMeta(message: ChatMessage): TurnMeta | undefined {
  const {id, name, time, weight, extra = {}} = message
  const known = Object.entries({id, name, time, weight})
  const meta: TurnMeta = {}
  for (const [key, value] of [...known, ...Object.entries(extra)]) {
    // Note: the message says who it is, whatever its format says besides; and
    // printing the chat checks that it is JSON.
    if (value !== undefined && !hasOwn(meta, key)) setOwn(meta, key, value)
  }
  return Object.keys(meta).length > 0 ? meta : undefined
}

/** Report the fields of a message that have no place. */
export function loseMessageMeta(
  {id, name, time, weight, extra = {}}: ChatMessage,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): void {
  loseMeta({id, name, time, weight}, path, options)
  for (const key of Object.keys(extra)) {
    lose('extra-dropped', key, [...path, 'extra'], options)
  }
}

const metaCodes = new Map<string, LossCode>([
  ['id', 'id-dropped'],
  ['name', 'name-dropped'],
  ['time', 'time-dropped'],
  ['weight', 'weight-dropped']
])

/** Report meta that has no place. */
export function loseMeta(
  meta: object,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): void {
  for (const [key, value] of Object.entries<unknown>({...meta})) {
    if (value === undefined) continue
    lose(metaCodes.get(key) ?? 'extra-dropped', key, path, options)
  }
}

function lose(
  code: LossCode,
  key: string,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): void {
  const reason = `Cannot keep \`${key}\` of a turn: there is no place for it`
  options?.onLoss?.({code, path: [...path, key], reason})
}
