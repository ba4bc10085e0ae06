import * as z from 'zod/mini'
import {partSchema} from '../part-schema.ts'

const text = z.nullish(z.string())
const number = z.nullish(z.number())

const source = z.looseObject({
  type: z.string(),
  media_type: text,
  data: text,
  url: text,
  file_id: text
})

/** Content of a file, or where it is. */
export type AnthropicInputSource = z.infer<typeof source>

const textBlock = z.looseObject({
  type: z.literal('text'),
  text: z.string(),
  citations: z.nullish(z.array(z.unknown()))
})

const block = partSchema({
  text: textBlock,
  image: z.looseObject({type: z.literal('image'), source}),
  document: z.looseObject({type: z.literal('document'), source, title: text}),
  thinking: z.looseObject({
    type: z.literal('thinking'),
    thinking: z.string(),
    signature: text
  }),
  redacted_thinking: z.looseObject({
    type: z.literal('redacted_thinking'),
    data: z.string()
  }),
  tool_use: z.looseObject({
    type: z.literal('tool_use'),
    id: text,
    name: z.string(),
    input: z.optional(z.unknown())
  }),
  tool_result: z.looseObject({
    type: z.literal('tool_result'),
    tool_use_id: text,
    content: z.nullish(z.union([z.string(), z.array(z.unknown())])),
    is_error: z.nullish(z.boolean())
  })
})

/** A block of a message. */
export type AnthropicInputBlock = z.infer<typeof block>

const message = z.looseObject({
  role: z.enum(['assistant', 'system', 'user']),
  content: z.union([z.string(), z.array(block)])
})

/** A message. */
export type AnthropicInputMessage = z.infer<typeof message>

const messages = z.array(message)

/** Schema of the input of `fromAnthropic`: a request, or its messages alone. */
export const anthropicSchema = z.union([
  messages,
  z.looseObject({
    messages,
    model: text,
    max_tokens: number,
    system: z.nullish(z.union([z.string(), z.array(textBlock)])),
    temperature: number,
    top_p: number,
    stop_sequences: z.nullish(z.array(z.string())),
    stream: z.nullish(z.boolean()),
    metadata: z.nullish(z.looseObject({user_id: text}))
  })
])

/** Input of `fromAnthropic`. */
export type AnthropicInput = z.infer<typeof anthropicSchema>
