import * as z from 'zod/mini'
import type {OtherPart} from '../message.ts'
import {partSchema} from '../part-schema.ts'

/** Content of a message, in each form that LangChain has. */
export interface LangchainInputData {
  /** Text, or blocks. */
  content: Array<LangchainInputBlock> | string
  /** Who speaks. */
  role?: string | null | undefined
  /** Name of who speaks, or of the tool. */
  name?: string | null | undefined
  /** Identifier. */
  id?: string | null | undefined
  /** Other data. */
  additional_kwargs?: Record<string, unknown> | null | undefined
  /** Data of the answer. */
  response_metadata?: Record<string, unknown> | null | undefined
  /** Calls of tools. */
  tool_calls?: Array<LangchainInputCall> | null | undefined
  /** Calls whose arguments are no object. */
  invalid_tool_calls?: Array<LangchainInputCall> | null | undefined
  /** Identifier of the call that this is the result of. */
  tool_call_id?: string | null | undefined
  /** Whether the tool failed. */
  status?: string | null | undefined
  [key: string]: unknown
}

/** A call of a tool. */
export interface LangchainInputCall {
  /** Identifier. */
  id?: string | null | undefined
  /** Name of the tool. */
  name?: string | null | undefined
  /** Arguments. */
  args?: unknown
}

/** A message: stored, serialized, or as plain fields, which are read alike. */
export interface LangchainInput {
  /** Who speaks, or the name of its class; empty if `data.role` says it. */
  type: string
  /** Its content. */
  data: LangchainInputData
}

/** A block of a content. */
export type LangchainInputBlock =
  | LangchainInputFile
  | OtherPart
  | string
  | {type: 'image_url'; image_url: string | {url: string}}
  | {
      type: 'reasoning'
      reasoning: string
      extras?: Record<string, unknown> | undefined
    }
  | {type: 'text'; text: string}
  | {type: 'thinking'; thinking: string; signature?: string | undefined}

/** A file. */
export interface LangchainInputFile {
  /** Block type. */
  type: 'audio' | 'file' | 'image' | 'video'
  /** Media type, in JavaScript. */
  mimeType?: string | undefined
  /** Media type, in Python. */
  mime_type?: string | undefined
  /** Address. */
  url?: string | undefined
  /** Content in base64, in JavaScript. */
  data?: string | undefined
  /** Content in base64, in Python. */
  base64?: string | undefined
  /** Identifier at a provider, in JavaScript. */
  fileId?: string | undefined
  /** Identifier at a provider, in Python. */
  file_id?: string | undefined
  /** Other data. */
  metadata?: Record<string, unknown> | undefined
}

const text = z.nullish(z.string())
const optional = z.optional(z.string())
const object = z.record(z.string(), z.unknown())

const file = z.looseObject({
  type: z.enum(['audio', 'file', 'image', 'video']),
  mimeType: optional,
  mime_type: optional,
  url: optional,
  data: optional,
  base64: optional,
  fileId: optional,
  file_id: optional,
  metadata: z.optional(object)
})

const block: z.ZodMiniType<LangchainInputBlock> = z.union([
  z.string(),
  partSchema({
    text: z.looseObject({type: z.literal('text'), text: z.string()}),
    reasoning: z.looseObject({
      type: z.literal('reasoning'),
      reasoning: z.string(),
      extras: z.optional(object)
    }),
    thinking: z.looseObject({
      type: z.literal('thinking'),
      thinking: z.string(),
      signature: optional
    }),
    image_url: z.looseObject({
      type: z.literal('image_url'),
      image_url: z.union([z.string(), z.looseObject({url: z.string()})])
    }),
    audio: file,
    file,
    image: file,
    video: file
  })
])

const calls = z.nullish(
  z.array(z.looseObject({id: text, name: text, args: z.optional(z.unknown())}))
)

const fields = {
  content: z.union([z.string(), z.array(block)]),
  role: text,
  name: text,
  id: text,
  additional_kwargs: z.nullish(object),
  response_metadata: z.nullish(object),
  tool_calls: calls,
  invalid_tool_calls: calls,
  tool_call_id: text,
  status: text
}

const data = z.looseObject(fields)

const stored = z.pipe(
  z.looseObject({type: z.string(), data}),
  z.transform(({type, data}): LangchainInput => ({type, data}))
)

const serialized = z.pipe(
  z.looseObject({id: z.array(z.string()), kwargs: data}),
  z.transform(
    ({id, kwargs}): LangchainInput => ({
      type: id[id.length - 1] ?? '',
      data: kwargs
    })
  )
)

const plain = z.pipe(
  z.looseObject({type: optional, ...fields}),
  z.transform((data): LangchainInput => ({type: data.type ?? '', data}))
)

const message: z.ZodMiniType<LangchainInput> = z.union([
  stored,
  serialized,
  plain
])

/** Schema of messages of LangChain, or of an object that has them. */
export const langchainSchema: z.ZodMiniType<
  Array<LangchainInput> | {messages: Array<LangchainInput>}
> = z.union([z.array(message), z.looseObject({messages: z.array(message)})])
