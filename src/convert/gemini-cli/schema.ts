import * as z from 'zod/mini'

const text = z.nullish(z.string())

/** Schema of a message. */
export const geminiCliMessageSchema = z.looseObject({
  content: z.optional(z.unknown()),
  id: text,
  model: text,
  thoughts: z.nullish(z.array(z.unknown())),
  timestamp: text,
  toolCalls: z.nullish(z.array(z.unknown())),
  type: z.string()
})

/** Schema of a session. */
export const geminiCliSessionSchema = z.looseObject({
  lastUpdated: text,
  messages: z.array(geminiCliMessageSchema),
  sessionId: text,
  startTime: text,
  summary: text
})

/** A message. */
export type GeminiCliMessage = z.output<typeof geminiCliMessageSchema>
