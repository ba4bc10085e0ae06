import * as z from 'zod/mini'
import type {OtherPart} from '../message.ts'
import {partSchema} from '../part-schema.ts'

type Options = Record<string, Record<string, unknown>> | undefined

/** A message of `useChat`, of version 5 to 7. */
export interface AiSdkUiInput {
  /** Identifier. */
  id?: string | undefined
  /** Who speaks. */
  role: 'assistant' | 'system' | 'user'
  /** Other data. */
  metadata?: unknown
  /** Parts in order. */
  parts: Array<AiSdkUiInputPart>
  [key: string]: unknown
}

/** A part of a message. */
export type AiSdkUiInputPart =
  | AiSdkUiInputTool
  | OtherPart
  | {type: 'reasoning'; text: string; providerMetadata?: Options}
  | {type: 'step-start'}
  | {type: 'text'; text: string}
  | {
      type: 'file'
      mediaType: string
      url: string
      filename?: string | undefined
    }

/** A call of a tool, with its result if there is one. */
export interface AiSdkUiInputTool {
  /** `dynamic-tool`, or `tool-` and the name of the tool. */
  type: 'tool'
  /** Name of the tool. */
  toolName: string
  /** Identifier. */
  toolCallId: string
  /** How far it is. */
  state: (typeof states)[number]
  /** Arguments. */
  input?: unknown
  /** Arguments that could not be read. */
  rawInput?: unknown
  /** The result of the tool. */
  output?: unknown
  /** Why it failed. */
  errorText?: string | undefined
  /** Whether the provider ran the tool itself. */
  providerExecuted?: boolean | undefined
  /** Signatures and the like. */
  callProviderMetadata?: Options
}

const states = [
  'approval-requested',
  'approval-responded',
  'input-available',
  'input-streaming',
  'output-available',
  'output-denied',
  'output-error'
] as const

const providerMetadata = z.optional(
  z.record(z.string(), z.record(z.string(), z.unknown()))
)

const tool = z.looseObject({
  type: z.string(),
  toolName: z.optional(z.string()),
  toolCallId: z.string(),
  state: z.enum(states),
  input: z.optional(z.unknown()),
  rawInput: z.optional(z.unknown()),
  output: z.optional(z.unknown()),
  errorText: z.optional(z.string()),
  providerExecuted: z.optional(z.boolean()),
  callProviderMetadata: providerMetadata
})

const prefix = 'tool-'

/** A tool part says its name in its type, or is dynamic. */
const toolPart: z.ZodMiniType<AiSdkUiInputTool> = z.pipe(
  tool,
  z.transform(({type, toolName, ...rest}) => ({
    ...rest,
    type: 'tool' as const,
    toolName: toolName ?? type.slice(prefix.length)
  }))
)

const part: z.ZodMiniType<AiSdkUiInputPart> = partSchema(
  {
    text: z.looseObject({type: z.literal('text'), text: z.string()}),
    reasoning: z.looseObject({
      type: z.literal('reasoning'),
      text: z.string(),
      providerMetadata
    }),
    file: z.looseObject({
      type: z.literal('file'),
      mediaType: z.string(),
      url: z.string(),
      filename: z.optional(z.string())
    }),
    'step-start': z.looseObject({type: z.literal('step-start')}),
    'dynamic-tool': toolPart
  },
  type => (type.startsWith(prefix) ? 'dynamic-tool' : type)
)

const messages = z.array(
  z.looseObject({
    id: z.optional(z.string()),
    role: z.enum(['assistant', 'system', 'user']),
    metadata: z.optional(z.unknown()),
    parts: z.array(part)
  })
)

/** Schema of the input of `fromAiSdkUi`: messages, or an object that has them. */
export const aiSdkUiSchema: z.ZodMiniType<
  Array<AiSdkUiInput> | {messages: Array<AiSdkUiInput>}
> = z.union([messages, z.looseObject({messages})])
