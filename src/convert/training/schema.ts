import * as z from 'zod/mini'
import type {OtherPart} from '../message.ts'
import {partSchema} from '../part-schema.ts'

/** A row in each form that trainers take. */
export interface TrainingInput {
  /** Messages of a whole conversation. */
  messages?: Array<TrainingInputMessage> | undefined
  /** The question. */
  prompt?: TrainingTurns | undefined
  /** The answer. */
  completion?: TrainingTurns | undefined
  /** The better answer. */
  chosen?: TrainingTurns | undefined
  /** The worse answer. */
  rejected?: TrainingTurns | undefined
  /** The question, under OpenAI’s name. */
  input?: {messages: Array<TrainingInputMessage>; tools?: unknown} | undefined
  /** The better answer, in the words of OpenAI. */
  preferred_output?: TrainingTurns | undefined
  /** The worse answer, in the words of OpenAI. */
  non_preferred_output?: TrainingTurns | undefined
  /** The better answer, in older words of OpenAI. */
  preferred_completion?: TrainingTurns | undefined
  /** The worse answer, in older words of OpenAI. */
  non_preferred_completion?: TrainingTurns | undefined
  /** Tools that may be called: a list, or JSON of one. */
  tools?: unknown
  /** Images, in the order of their places. */
  images?: Array<unknown> | null | undefined
  [key: string]: unknown
}

/** Messages, or the text of one. */
export type TrainingTurns = Array<TrainingInputMessage> | string

/** A message. */
export interface TrainingInputMessage {
  /** Who speaks. */
  role: string
  /** Text or parts. */
  content?: Array<TrainingInputPart> | string | null | undefined
  /** Name of who speaks, or of a tool. */
  name?: string | null | undefined
  /** Whether it counts in training. */
  weight?: number | null | undefined
  /** Reasoning of the model. */
  reasoning_content?: string | null | undefined
  /** Reasoning of the model, under the name of gpt-oss. */
  thinking?: string | null | undefined
  /** Words of the model in place of an answer. */
  refusal?: string | null | undefined
  /** Calls of tools. */
  tool_calls?: Array<TrainingInputCall> | null | undefined
  /** One call, in older words. */
  function_call?: TrainingFunction | null | undefined
  /** Identifier of the call that this is the result of. */
  tool_call_id?: string | null | undefined
  [key: string]: unknown
}

/** A part of a content. */
export type TrainingInputPart =
  | OtherPart
  | {type: 'image'; url?: unknown; image?: unknown}
  | {type: 'image_url'; image_url: string | {url: string}}
  | {type: 'text'; text: string}

/** A call: nested as OpenAI has it, or flat. */
export type TrainingInputCall =
  | TrainingFunction
  | {id?: string | null | undefined; function: TrainingFunction}

/** Name and arguments. */
export interface TrainingFunction {
  /** Identifier. */
  id?: string | null | undefined
  /** Name of the tool. */
  name: string
  /** Arguments: JSON as text, or JSON. */
  arguments?: unknown
}

const text = z.nullish(z.string())

const call = z.looseObject({
  id: text,
  name: z.string(),
  arguments: z.optional(z.unknown())
})

const part: z.ZodMiniType<TrainingInputPart> = partSchema({
  text: z.looseObject({type: z.literal('text'), text: z.string()}),
  image: z.looseObject({
    type: z.literal('image'),
    url: z.optional(z.unknown()),
    image: z.optional(z.unknown())
  }),
  image_url: z.looseObject({
    type: z.literal('image_url'),
    image_url: z.union([z.string(), z.looseObject({url: z.string()})])
  })
})

const message = z.looseObject({
  role: z.string(),
  content: z.nullish(z.union([z.string(), z.array(part)])),
  name: text,
  weight: z.nullish(z.number()),
  reasoning_content: text,
  thinking: text,
  refusal: text,
  tool_calls: z.nullish(
    z.array(z.union([z.looseObject({id: text, function: call}), call]))
  ),
  function_call: z.nullish(call),
  tool_call_id: text
})

const messages = z.array(message)
const turns = z.optional(z.union([z.string(), messages]))

/** Schema of a row, or of its messages alone. */
export const trainingSchema: z.ZodMiniType<
  Array<TrainingInputMessage> | TrainingInput
> = z.union([
  messages,
  z.looseObject({
    messages: z.optional(messages),
    prompt: turns,
    completion: turns,
    chosen: turns,
    rejected: turns,
    input: z.optional(
      z.looseObject({messages, tools: z.optional(z.unknown())})
    ),
    preferred_output: turns,
    non_preferred_output: turns,
    preferred_completion: turns,
    non_preferred_completion: turns,
    tools: z.optional(z.unknown()),
    images: z.nullish(z.array(z.unknown()))
  })
])
