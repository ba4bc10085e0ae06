import * as z from 'zod/mini'
import type {OtherPart} from '../message.ts'
import {partSchema} from '../part-schema.ts'

/** A part of a message. */
export type OtelInputPart =
  | OtelInputFile
  | OtherPart
  | {type: 'foreign'; kind: string; value?: unknown}
  | {type: 'reasoning'; content: string; [key: string]: unknown}
  | {type: 'refusal' | 'text'; content: string}
  | {
      type: 'tool_call'
      id?: string | null | undefined
      name: string
      arguments?: unknown
    }
  | {
      type: 'tool_call_response'
      id?: string | null | undefined
      response?: unknown
    }

/** A file: its content, its address, or its identifier. */
export interface OtelInputFile {
  /** Part type. */
  type: 'blob' | 'file' | 'uri'
  /** Media type. */
  mime_type?: string | null | undefined
  /** File name; not of the conventions. */
  filename?: string | undefined
  /** Content in base64. */
  content?: string | undefined
  /** Address. */
  uri?: string | undefined
  /** Identifier. */
  file_id?: string | undefined
}

/** A message. */
export interface OtelInputMessage {
  /** Who speaks. */
  role: string
  /** Parts in order. */
  parts: Array<OtelInputPart>
  /** Name of who speaks. */
  name?: string | null | undefined
  [key: string]: unknown
}

/** Attributes of a span; lists may be JSON of lists. */
export interface OtelInput {
  /** System prompts, a part each. */
  'gen_ai.system_instructions'?: Array<OtelInputPart> | undefined
  /** Messages that were sent. */
  'gen_ai.input.messages'?: Array<OtelInputMessage> | undefined
  /** Messages that were answered. */
  'gen_ai.output.messages'?: Array<OtelInputMessage> | undefined
  /** Model. */
  'gen_ai.request.model'?: string | undefined
  /** Sampling temperature. */
  'gen_ai.request.temperature'?: number | undefined
  /** Share of the likeliest tokens to sample from. */
  'gen_ai.request.top_p'?: number | undefined
  /** Most tokens an answer may have. */
  'gen_ai.request.max_tokens'?: number | undefined
  /** Penalty on tokens that occurred at all. */
  'gen_ai.request.presence_penalty'?: number | undefined
  /** Penalty on tokens by how often they occurred. */
  'gen_ai.request.frequency_penalty'?: number | undefined
  /** Texts that end an answer. */
  'gen_ai.request.stop_sequences'?: Array<string> | undefined
  /** How many answers to make. */
  'gen_ai.request.choice.count'?: number | undefined
  [key: string]: unknown
}

const id = z.nullish(z.string())

const said = z.looseObject({
  type: z.enum(['refusal', 'text']),
  content: z.string()
})

const file = z.looseObject({
  type: z.enum(['blob', 'file', 'uri']),
  mime_type: z.nullish(z.string()),
  filename: z.optional(z.string()),
  content: z.optional(z.string()),
  uri: z.optional(z.string()),
  file_id: z.optional(z.string())
})

/** A part of another format, as `toOtel` writes it. */
const foreign = z.pipe(
  z.looseObject({kind: z.string(), value: z.optional(z.unknown())}),
  z.transform(({kind, value}) => ({type: 'foreign' as const, kind, value}))
)

const part: z.ZodMiniType<OtelInputPart> = partSchema({
  text: said,
  refusal: said,
  reasoning: z.looseObject({type: z.literal('reasoning'), content: z.string()}),
  tool_call: z.looseObject({
    type: z.literal('tool_call'),
    id,
    name: z.string(),
    arguments: z.optional(z.unknown())
  }),
  tool_call_response: z.looseObject({
    type: z.literal('tool_call_response'),
    id,
    response: z.optional(z.unknown())
  }),
  blob: file,
  file,
  uri: file,
  other: foreign
})

const messages = z.array(
  z.looseObject({
    role: z.string(),
    parts: z.array(part),
    name: z.nullish(z.string())
  })
)

const list = z.optional(fromText(messages))
const number = z.optional(z.number())

/** Schema of attributes of a span, or of messages alone. */
export const otelSchema: z.ZodMiniType<Array<OtelInputMessage> | OtelInput> =
  z.union([
    messages,
    z.looseObject({
      'gen_ai.system_instructions': z.optional(fromText(z.array(part))),
      'gen_ai.input.messages': list,
      'gen_ai.output.messages': list,
      'gen_ai.request.model': z.optional(z.string()),
      'gen_ai.request.temperature': number,
      'gen_ai.request.top_p': number,
      'gen_ai.request.max_tokens': number,
      'gen_ai.request.presence_penalty': number,
      'gen_ai.request.frequency_penalty': number,
      'gen_ai.request.stop_sequences': z.optional(z.array(z.string())),
      'gen_ai.request.choice.count': number
    })
  ])

/** Read JSON first, if a value is text: spans have no lists of objects. */
function fromText<T extends z.ZodMiniType>(
  schema: T
): z.ZodMiniPipe<z.ZodMiniTransform, T> {
  return z.pipe(z.transform(parseText), schema)
}

function parseText(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
