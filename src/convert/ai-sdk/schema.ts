import * as z from 'zod/mini'
import type {OtherPart} from '../message.ts'
import {partSchema} from '../part-schema.ts'

type Options = Record<string, unknown> | undefined

/** Prompt of the AI SDK, of version 5 to 7. */
export interface AiSdkInput {
  /** System prompts. */
  instructions?: AiSdkInstructions | undefined
  /** System prompts, in the words of version 6. */
  system?: AiSdkInstructions | undefined
  /** Question, or messages. */
  prompt?: Array<AiSdkInputMessage> | string | undefined
  /** Messages. */
  messages?: Array<AiSdkInputMessage> | undefined
  /** Sampling temperature. */
  temperature?: number | undefined
  /** Share of the likeliest tokens to sample from. */
  topP?: number | undefined
  /** Most tokens an answer may have. */
  maxOutputTokens?: number | undefined
  /** Penalty on tokens that occurred at all. */
  presencePenalty?: number | undefined
  /** Penalty on tokens by how often they occurred. */
  frequencyPenalty?: number | undefined
  /** Texts that end an answer. */
  stopSequences?: Array<string> | undefined
  [key: string]: unknown
}

/** System prompts in each form that the AI SDK takes. */
export type AiSdkInstructions =
  | string
  | {content: string}
  | Array<{content: string}>

/** A message. */
export interface AiSdkInputMessage {
  /** Who speaks. */
  role: 'assistant' | 'system' | 'tool' | 'user'
  /** Text, or parts. */
  content: Array<AiSdkInputPart> | string
  [key: string]: unknown
}

/** A part of a message. */
export type AiSdkInputPart =
  | OtherPart
  | {
      type: 'file'
      data?: unknown
      mediaType: string
      filename?: string | undefined
    }
  | {type: 'image'; image?: unknown; mediaType?: string | undefined}
  | {type: 'reasoning'; text: string; providerOptions?: Options}
  | {type: 'text'; text: string}
  | AiSdkInputCall
  | AiSdkInputResult

/** A call of a tool. */
export interface AiSdkInputCall {
  /** Part type. */
  type: 'tool-call'
  /** Identifier. */
  toolCallId: string
  /** Name of the tool. */
  toolName: string
  /** Arguments. */
  input?: unknown
  /** Whether the provider ran the tool itself. */
  providerExecuted?: boolean | undefined
  /** Signatures and the like. */
  providerOptions?: Options
}

/** The result of a tool. */
export interface AiSdkInputResult {
  /** Part type. */
  type: 'tool-result'
  /** Identifier of the call. */
  toolCallId: string
  /** Name of the tool. */
  toolName: string
  /** Text, JSON, parts, or why there is none. */
  output:
    | {type: 'content'; value: Array<unknown>}
    | {type: 'error-json' | 'json'; value?: unknown}
    | {type: 'error-text' | 'text'; value: string}
    | {type: 'execution-denied'; reason?: string | undefined}
}

const providerOptions = z.optional(
  z.record(z.string(), z.record(z.string(), z.unknown()))
)

const output = z.discriminatedUnion('type', [
  z.looseObject({type: z.enum(['text', 'error-text']), value: z.string()}),
  z.looseObject({
    type: z.enum(['json', 'error-json']),
    value: z.optional(z.unknown())
  }),
  z.looseObject({type: z.literal('content'), value: z.array(z.unknown())}),
  z.looseObject({
    type: z.literal('execution-denied'),
    reason: z.optional(z.string())
  })
])

const result = z.looseObject({
  type: z.literal('tool-result'),
  toolCallId: z.string(),
  toolName: z.string(),
  output
})

/** Schema of a call that a provider made to a tool of its own. */
export const serverPartSchema: z.ZodMiniType<
  AiSdkInputCall | AiSdkInputResult
> = z.union([
  z.looseObject({
    type: z.literal('tool-call'),
    toolCallId: z.string(),
    toolName: z.string(),
    input: z.unknown(),
    providerExecuted: z.literal(true),
    providerOptions
  }),
  result
])

const part: z.ZodMiniType<AiSdkInputPart> = partSchema({
  text: z.looseObject({type: z.literal('text'), text: z.string()}),
  file: z.looseObject({
    type: z.literal('file'),
    data: z.optional(z.unknown()),
    mediaType: z.string(),
    filename: z.optional(z.string())
  }),
  image: z.looseObject({
    type: z.literal('image'),
    image: z.optional(z.unknown()),
    mediaType: z.optional(z.string())
  }),
  reasoning: z.looseObject({
    type: z.literal('reasoning'),
    text: z.string(),
    providerOptions
  }),
  'tool-call': z.looseObject({
    type: z.literal('tool-call'),
    toolCallId: z.string(),
    toolName: z.string(),
    input: z.optional(z.unknown()),
    providerExecuted: z.optional(z.boolean()),
    providerOptions
  }),
  'tool-result': result
})

const messages = z.array(
  z.looseObject({
    role: z.enum(['assistant', 'system', 'tool', 'user']),
    content: z.union([z.string(), z.array(part)])
  })
)

const system = z.looseObject({content: z.string()})

const instructions = z.optional(z.union([z.string(), system, z.array(system)]))

/** Schema of the input of `fromAiSdk`: a prompt, or its messages alone. */
export const aiSdkSchema: z.ZodMiniType<AiSdkInput | Array<AiSdkInputMessage>> =
  z.union([
    messages,
    z.looseObject({
      instructions,
      system: instructions,
      prompt: z.optional(z.union([z.string(), messages])),
      messages: z.optional(messages),
      temperature: z.optional(z.number()),
      topP: z.optional(z.number()),
      maxOutputTokens: z.optional(z.number()),
      presencePenalty: z.optional(z.number()),
      frequencyPenalty: z.optional(z.number()),
      stopSequences: z.optional(z.array(z.string()))
    })
  ])
