import * as z from 'zod/mini'
import {partSchema} from '../part-schema.ts'

const text = z.nullish(z.string())
const number = z.nullish(z.number())

const part = partSchema({
  text: z.looseObject({type: z.literal('text'), text: z.string()}),
  image_url: z.looseObject({
    type: z.literal('image_url'),
    image_url: z.looseObject({url: z.string()})
  }),
  input_audio: z.looseObject({
    type: z.literal('input_audio'),
    input_audio: z.looseObject({data: z.string(), format: z.string()})
  }),
  file: z.looseObject({
    type: z.literal('file'),
    file: z.looseObject({file_data: text, file_id: text, filename: text})
  }),
  refusal: z.looseObject({type: z.literal('refusal'), refusal: z.string()})
})

/** A part of a message. */
export type OpenaiInputPart = z.infer<typeof part>

const call = z.looseObject({
  id: text,
  function: z.optional(
    z.looseObject({name: z.string(), arguments: z.optional(z.unknown())})
  ),
  custom: z.optional(z.looseObject({name: z.string(), input: z.string()}))
})

/** A call of a tool. */
export type OpenaiInputCall = z.infer<typeof call>

/** Schema of a message. */
export const openaiMessageSchema = z.looseObject({
  role: z.enum([
    'assistant',
    'developer',
    'function',
    'system',
    'tool',
    'user'
  ]),
  content: z.nullish(z.union([z.string(), z.array(part)])),
  name: text,
  refusal: text,
  reasoning_content: text,
  tool_calls: z.nullish(z.array(call)),
  tool_call_id: text,
  function_call: z.nullish(
    z.looseObject({name: z.string(), arguments: z.string()})
  )
})

/** A message. */
export type OpenaiInputMessage = z.infer<typeof openaiMessageSchema>

const messages = z.array(openaiMessageSchema)

/** Schema of the input of `fromOpenai`: a request, or its messages alone. */
export const openaiSchema = z.union([
  messages,
  z.looseObject({
    messages,
    model: text,
    temperature: number,
    top_p: number,
    max_tokens: number,
    max_completion_tokens: number,
    presence_penalty: number,
    frequency_penalty: number,
    stream: z.nullish(z.boolean()),
    stop: z.nullish(z.union([z.string(), z.array(z.string())])),
    n: number,
    logit_bias: z.nullish(z.looseObject({})),
    user: text
  })
])

/** Input of `fromOpenai`. */
export type OpenaiInput = z.infer<typeof openaiSchema>
