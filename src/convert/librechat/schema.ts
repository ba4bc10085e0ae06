import * as z from 'zod/mini'
import {anyObject} from '../shape.ts'

const text = z.nullish(z.string())

/** Schema of a message, without those that follow it. */
export const librechatMessageSchema = z.looseObject({
  children: z.nullish(z.array(z.unknown())),
  content: z.nullish(z.array(z.unknown())),
  createdAt: text,
  files: z.nullish(z.array(z.unknown())),
  isCreatedByUser: z.nullish(z.boolean()),
  messageId: text,
  model: text,
  parentMessageId: text,
  sender: text,
  text
})

/** Schema of a conversation, without its messages. */
export const librechatConversationSchema = z.looseObject({
  conversationId: text,
  messages: z.nullish(z.array(z.unknown())),
  messagesTree: z.nullish(z.array(z.unknown())),
  options: z.nullish(anyObject),
  title: text
})

/** A message. */
export type LibrechatMessage = z.output<typeof librechatMessageSchema>

/** A conversation. */
export type LibrechatConversation = z.output<typeof librechatConversationSchema>
