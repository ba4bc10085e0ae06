import * as z from 'zod/mini'
import {openaiMessageSchema} from '../openai/schema.ts'
import {anyObject} from '../shape.ts'

const text = z.nullish(z.string())

/** Schema of a line: a message, and the data of programs on it. */
export const messageLineSchema = z.extend(openaiMessageSchema, {
  files: z.nullish(z.array(z.unknown())),
  hide: z.nullish(z.boolean()),
  message_id: text,
  metadata: z.nullish(anyObject),
  timestamp: z.nullish(z.unknown())
})

/** A line. */
export type MessageLine = z.output<typeof messageLineSchema>
