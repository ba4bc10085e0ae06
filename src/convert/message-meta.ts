import type {Json, TurnMeta} from '../dialects/meta.ts'
import {setOwn} from '../yaml/to-data.ts'
import type {ChatMessage} from './message.ts'

/** What a message says besides its role, its parts and its model. */
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

/** Write what a message says as the meta of a turn; `undefined` if it is nothing. */
export function writeMeta(message: ChatMessage): TurnMeta | undefined {
  const {id, name, time, weight, extra} = message
  const meta: TurnMeta = {}
  // Note: the message says who it is, whatever its format says besides.
  for (const [key, value] of Object.entries({
    ...extra,
    id,
    name,
    time,
    weight
  })) {
    // Note: `extra` is JSON by its type’s word; printing the chat checks that.
    if (value !== undefined) setOwn(meta, key, value as Json)
  }
  return Object.keys(meta).length > 0 ? meta : undefined
}
