import * as z from 'zod/mini'
import {anyObject} from '../shape.ts'

const text = z.nullish(z.string())

/** Schema of a message. */
export const chatgptMessageSchema = z.looseObject({
  id: text,
  author: z.looseObject({role: z.string(), name: text}),
  channel: text,
  content: z.nullish(z.looseObject({content_type: text})),
  create_time: z.nullish(z.union([z.number(), z.string()])),
  end_turn: z.nullish(z.boolean()),
  metadata: z.nullish(anyObject),
  recipient: text
})

/** Schema of a node of a conversation: a message and the one before it. */
export const chatgptNodeSchema = z.looseObject({
  message: z.nullish(chatgptMessageSchema),
  parent: text
})

/** Schema of a conversation, without its nodes. */
export const chatgptConversationSchema = z.looseObject({
  conversation_id: text,
  create_time: z.nullish(z.union([z.number(), z.string()])),
  current_node: text,
  default_model_slug: text,
  id: text,
  mapping: z.nullish(anyObject),
  title: text,
  update_time: z.nullish(z.union([z.number(), z.string()]))
})

/** A message; one without an id has the key of its node. */
export type ChatgptMessage = z.output<typeof chatgptMessageSchema> & {
  id: string
}

/** A node of a conversation. */
export type ChatgptNode = z.output<typeof chatgptNodeSchema>

/** A conversation. */
export type ChatgptConversation = z.output<typeof chatgptConversationSchema>

/** Content of a message. */
export type ChatgptContent = NonNullable<ChatgptMessage['content']>
