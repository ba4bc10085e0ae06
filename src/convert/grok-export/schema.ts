import * as z from 'zod/mini'
import {anyObject} from '../shape.ts'

const text = z.nullish(z.string())

/** Schema of a conversation, without its messages. */
export const grokConversationSchema = z.looseObject({
  conversation: z.looseObject({
    create_time: z.nullish(z.unknown()),
    id: text,
    modify_time: z.nullish(z.unknown()),
    title: text
  }),
  responses: z.nullish(z.array(z.looseObject({response: anyObject})))
})

/** Schema of a message. */
export const grokResponseSchema = z.looseObject({
  _id: text,
  create_time: z.nullish(z.unknown()),
  file_attachments: z.nullish(z.array(z.unknown())),
  message: text,
  model: text,
  parent_response_id: text,
  sender: text
})

/** A message. */
export type GrokResponse = z.output<typeof grokResponseSchema>
