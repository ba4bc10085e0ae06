// Messages of the AI SDK in the form that its versions 6 and 7 both take.

import type {Json} from '../../dialects/meta.ts'

/** Arguments of `generateText` and `streamText`, besides `model` and `tools`. */
export interface AiSdkPrompt {
  /** System prompts, each by itself; version 6 calls them `system`. */
  instructions?: Array<AiSdkSystemMessage>
  /** Messages in order. */
  messages: Array<AiSdkMessage>
  /** Sampling temperature. */
  temperature?: number
  /** Share of the likeliest tokens to sample from. */
  topP?: number
  /** Most tokens an answer may have. */
  maxOutputTokens?: number
  /** Penalty on tokens that occurred at all. */
  presencePenalty?: number
  /** Penalty on tokens by how often they occurred. */
  frequencyPenalty?: number
  /** Texts that end an answer. */
  stopSequences?: Array<string>
}

/** A message, as `ModelMessage` of `ai`. */
export type AiSdkMessage =
  | AiSdkAssistantMessage
  | AiSdkSystemMessage
  | AiSdkToolMessage
  | AiSdkUserMessage

/** A system prompt. */
export interface AiSdkSystemMessage {
  /** Who speaks. */
  role: 'system'
  /** Text. */
  content: string
}

/** A message of a user. */
export interface AiSdkUserMessage {
  /** Who speaks. */
  role: 'user'
  /** Parts in order. */
  content: Array<AiSdkFilePart | AiSdkTextPart>
}

/** A message of a model. */
export interface AiSdkAssistantMessage {
  /** Who speaks. */
  role: 'assistant'
  /** Parts in order. */
  content: Array<AiSdkAssistantPart>
}

/** A part of a message of a model. */
export type AiSdkAssistantPart =
  | AiSdkFilePart
  | AiSdkReasoningPart
  | AiSdkServerPart
  | AiSdkTextPart
  | AiSdkToolCallPart

/** A call that the provider ran itself, or its result. */
export type AiSdkServerPart =
  | AiSdkToolResultPart
  | (AiSdkToolCallPart & {providerExecuted: true})

/** Results of tools. */
export interface AiSdkToolMessage {
  /** Who speaks. */
  role: 'tool'
  /** Results in order. */
  content: Array<AiSdkToolResultPart>
}

/** Settings for single providers, by their names. */
export type AiSdkProviderOptions = Record<string, Record<string, Json>>

/** Text. */
export interface AiSdkTextPart {
  /** Part type. */
  type: 'text'
  /** Markdown. */
  text: string
}

/** Reasoning of a model. */
export interface AiSdkReasoningPart {
  /** Part type. */
  type: 'reasoning'
  /** Markdown. */
  text: string
  /** Signatures and the like. */
  providerOptions?: AiSdkProviderOptions
}

/** A file. */
export interface AiSdkFilePart {
  /** Part type. */
  type: 'file'
  /** Absolute URL, or data URL. */
  data: string
  /** Media type. */
  mediaType: string
  /** File name. */
  filename?: string
}

/** A call of a tool. */
export interface AiSdkToolCallPart {
  /** Part type. */
  type: 'tool-call'
  /** Identifier that the result names. */
  toolCallId: string
  /** Name of the tool. */
  toolName: string
  /** Arguments. */
  input: unknown
  /** Signatures and the like. */
  providerOptions?: AiSdkProviderOptions
}

/** The result of a tool. */
export interface AiSdkToolResultPart {
  /** Part type. */
  type: 'tool-result'
  /** Identifier of the call. */
  toolCallId: string
  /** Name of the tool. */
  toolName: string
  /** Text or JSON, of a success or a failure. */
  output: AiSdkToolOutput
}

/** Text or JSON that a tool returned. */
export type AiSdkToolOutput =
  | {type: 'error-json' | 'json'; value: Json}
  | {type: 'error-text' | 'text'; value: string}
