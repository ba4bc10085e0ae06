import * as z from 'zod/mini'
import {isPlainObject} from '../../yaml/is-plain-object.ts'

const text = z.nullish(z.string())
const number = z.nullish(z.number())
// Note: zod copies objects without a key named `__proto__`, which arguments may have.
const data = z.optional(
  z.custom<Record<string, unknown>>(isPlainObject, {
    error: 'Expected an object'
  })
)

const part = z.looseObject({
  text: z.optional(z.string()),
  thought: z.optional(z.boolean()),
  thoughtSignature: z.optional(z.string()),
  inlineData: z.optional(z.looseObject({mimeType: text, data: z.string()})),
  fileData: z.optional(z.looseObject({mimeType: text, fileUri: z.string()})),
  functionCall: z.optional(
    z.looseObject({id: text, name: z.string(), args: data})
  ),
  functionResponse: z.optional(
    z.looseObject({id: text, name: z.string(), response: data})
  )
})

/** A part of a message. */
export type GeminiReadPart = z.infer<typeof part>

const content = z.looseObject({
  role: text,
  parts: z.optional(z.array(part))
})

/** A message. */
export type GeminiReadContent = z.infer<typeof content>

const params = z.optional(
  z.looseObject({
    temperature: number,
    topP: number,
    maxOutputTokens: number,
    stopSequences: z.nullish(z.array(z.string())),
    presencePenalty: number,
    frequencyPenalty: number,
    candidateCount: number,
    systemInstruction: z.optional(z.array(content))
  })
)

/** Settings, in either form. */
export type GeminiReadParams = z.infer<typeof params>

/**
 * Schema of the input of `fromGemini`, in either form: a list of contents where
 * there may be less, and no names with `_`.
 */
export const geminiSchema = z.looseObject({
  contents: z.array(content),
  model: text,
  systemInstruction: z.optional(z.array(content)),
  generationConfig: params,
  config: params
})

/** Input of `fromGemini`, once it has one form. */
export type GeminiInput = z.infer<typeof geminiSchema>
