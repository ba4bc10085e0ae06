import * as z from 'zod/mini'
import {anyObject} from '../shape.ts'

const text = z.nullish(z.string())

/** Schema of a message. */
export const chatbotUiMessageSchema = z.looseObject({
  content: z.nullish(z.unknown()),
  role: z.string()
})

/** Schema of a conversation, without its messages. */
export const chatbotUiConversationSchema = z.looseObject({
  id: z.nullish(z.union([z.string(), z.number()])),
  messages: z.array(z.unknown()),
  model: z.nullish(anyObject),
  name: text,
  prompt: text,
  temperature: z.nullish(z.number())
})

/** A message. */
export type ChatbotUiMessage = z.output<typeof chatbotUiMessageSchema>

/** A conversation. */
export type ChatbotUiConversation = z.output<typeof chatbotUiConversationSchema>
