import * as z from 'zod/mini'
import {anyObject} from '../shape.ts'

const text = z.nullish(z.string())

const time = z.nullish(z.union([z.number(), z.string()]))

/** Schema of a message. */
export const openWebuiMessageSchema = z.looseObject({
  content: z.optional(z.unknown()),
  files: z.nullish(z.array(z.unknown())),
  id: text,
  model: text,
  output: z.nullish(z.array(z.unknown())),
  parentId: text,
  role: z.string(),
  sources: z.nullish(z.array(z.unknown())),
  timestamp: time
})

/** Schema of a chat without its messages. */
export const openWebuiChatSchema = z.looseObject({
  chat: z.looseObject({
    history: z.nullish(
      z.looseObject({currentId: text, messages: z.nullish(anyObject)})
    ),
    messages: z.nullish(z.array(z.unknown())),
    models: z.nullish(z.array(z.string())),
    params: z.nullish(anyObject),
    system: text,
    tags: z.nullish(z.array(z.unknown())),
    title: text
  }),
  created_at: time,
  id: text,
  meta: z.nullish(anyObject),
  title: text,
  updated_at: time
})

/** A message. */
export type OpenWebuiMessage = z.output<typeof openWebuiMessageSchema>

/** A chat. */
export type OpenWebuiChat = z.output<typeof openWebuiChatSchema>
