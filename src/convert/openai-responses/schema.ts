import * as z from 'zod/mini'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {partSchema} from '../part-schema.ts'

const text = z.nullish(z.string())
const number = z.nullish(z.number())

const part = partSchema({
  input_text: z.looseObject({type: z.literal('input_text'), text: z.string()}),
  output_text: z.looseObject({
    type: z.literal('output_text'),
    text: z.string(),
    annotations: z.nullish(z.array(z.unknown()))
  }),
  refusal: z.looseObject({type: z.literal('refusal'), refusal: z.string()}),
  input_image: z.looseObject({
    type: z.literal('input_image'),
    detail: text,
    image_url: text,
    file_id: text
  }),
  input_file: z.looseObject({
    type: z.literal('input_file'),
    file_data: text,
    file_id: text,
    file_url: text,
    filename: text
  })
})

/** A part of a message. */
export type ResponsesReadPart = z.infer<typeof part>

const output = z.nullish(z.union([z.string(), z.array(z.unknown())]))

const item = partSchema({
  message: z.looseObject({
    type: z.literal('message'),
    role: z.enum(['assistant', 'developer', 'system', 'user']),
    content: z.union([z.string(), z.array(part)]),
    id: text
  }),
  reasoning: z.looseObject({
    type: z.literal('reasoning'),
    id: text,
    summary: z.nullish(z.array(z.looseObject({text: z.string()}))),
    content: z.nullish(z.array(z.looseObject({text: z.string()}))),
    encrypted_content: text
  }),
  function_call: z.looseObject({
    type: z.literal('function_call'),
    id: text,
    call_id: text,
    name: z.string(),
    arguments: z.string()
  }),
  custom_tool_call: z.looseObject({
    type: z.literal('custom_tool_call'),
    call_id: text,
    name: z.string(),
    input: z.string()
  }),
  function_call_output: z.looseObject({
    type: z.literal('function_call_output'),
    call_id: text,
    output
  }),
  custom_tool_call_output: z.looseObject({
    type: z.literal('custom_tool_call_output'),
    call_id: text,
    output
  })
})

/** An item. */
export type ResponsesReadItem = z.infer<typeof item>

/** Schema of an item; one without a type is a message. */
const anyItem = z.pipe(z.transform(addType), item)

const items = z.array(anyItem)

/** Schema of the input of `fromOpenaiResponses`: a request, or its items alone. */
export const openaiResponsesSchema = z.union([
  items,
  z.looseObject({
    input: z.nullish(z.union([z.string(), items])),
    instructions: text,
    model: text,
    temperature: number,
    top_p: number,
    max_output_tokens: number,
    stream: z.nullish(z.boolean()),
    user: text
  })
])

/** Input of `fromOpenaiResponses`. */
export type OpenaiResponsesInput = z.infer<typeof openaiResponsesSchema>

function addType(value: unknown): unknown {
  return isPlainObject(value) && value.type === undefined
    ? {...value, type: 'message'}
    : value
}
