import * as z from 'zod/mini'
import {anyObject} from '../shape.ts'

const text = z.nullish(z.string())

/** Schema of a message: all its versions, and which one counts. */
export const lmStudioMessageSchema = z.looseObject({
  currentlySelected: z.nullish(z.number()),
  versions: z.array(anyObject)
})

/** Schema of a conversation. */
export const lmStudioSchema = z.looseObject({
  createdAt: z.nullish(z.number()),
  lastUsedModel: z.nullish(z.looseObject({identifier: text})),
  messages: z.array(lmStudioMessageSchema),
  name: text,
  systemPrompt: text
})

/** A message. */
export type LmStudioMessage = z.output<typeof lmStudioMessageSchema>
