import * as z from 'zod/mini'
import {anyObject} from '../shape.ts'

/** Schema of a piece of a prompt, which is one side’s. */
export const aistudioChunkSchema = z.looseObject({
  isThought: z.nullish(z.boolean()),
  parts: z.nullish(z.array(z.unknown())),
  role: z.nullish(z.string()),
  text: z.nullish(z.string())
})

/** Schema of a prompt. */
export const aistudioSchema = z.looseObject({
  chunkedPrompt: z.looseObject({
    chunks: z.array(aistudioChunkSchema),
    pendingInputs: z.nullish(z.array(aistudioChunkSchema))
  }),
  pendingInputs: z.nullish(z.array(aistudioChunkSchema)),
  runSettings: z.nullish(anyObject),
  systemInstruction: z.nullish(aistudioChunkSchema),
  title: z.nullish(z.string())
})

/** A piece of a prompt. */
export type AistudioChunk = z.output<typeof aistudioChunkSchema>
