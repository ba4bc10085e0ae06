import * as z from 'zod/mini'

const text = z.nullish(z.string())

/** Schema of a message. */
export const claudeMessageSchema = z.looseObject({
  attachments: z.nullish(z.array(z.unknown())),
  content: z.optional(z.unknown()),
  created_at: text,
  files: z.nullish(z.array(z.unknown())),
  parent_message_uuid: text,
  sender: z.string(),
  text,
  uuid: text
})

/** Schema of a conversation. */
export const claudeConversationSchema = z.looseObject({
  chat_messages: z.array(claudeMessageSchema),
  created_at: text,
  current_leaf_message_uuid: text,
  model: text,
  name: text,
  summary: text,
  updated_at: text,
  uuid: text
})

/** Schema of a project. */
export const claudeProjectSchema = z.looseObject({
  created_at: text,
  description: text,
  docs: z.array(z.looseObject({content: text, filename: text, uuid: text})),
  name: text,
  prompt_template: text,
  updated_at: text,
  uuid: text
})

/** A message. */
export type ClaudeMessage = z.output<typeof claudeMessageSchema>

/** A conversation. */
export type ClaudeConversation = z.output<typeof claudeConversationSchema>
