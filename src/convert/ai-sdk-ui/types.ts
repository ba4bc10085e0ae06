// Messages of `useChat` in the form that versions 6 and 7 of the AI SDK take.

import type {AiSdkProviderOptions} from '../ai-sdk/types.ts'

/** A message, as `UIMessage` of `ai`. */
export interface AiSdkUiMessage {
  /** Identifier; made from the position if there is none. */
  id: string
  /** Who speaks. */
  role: 'assistant' | 'system' | 'user'
  /** Other data. */
  metadata?: AiSdkUiMetadata
  /** Parts in order. */
  parts: Array<AiSdkUiPart>
}

/** Data of a message besides role and parts. */
export interface AiSdkUiMetadata {
  /** Model that wrote it. */
  model?: string
  /** Name of who speaks. */
  name?: string
  /** When, as ISO 8601. */
  time?: string
  /** Whether it counts in training. */
  weight?: 0 | 1
}

/** A part of a message. */
export type AiSdkUiPart =
  | AiSdkUiDataPart
  | AiSdkUiFilePart
  | AiSdkUiReasoningPart
  | AiSdkUiSourceDocument
  | AiSdkUiSourceUrl
  | AiSdkUiTextPart
  | AiSdkUiToolPart
  | {type: 'step-start'}

/** Text. */
export interface AiSdkUiTextPart {
  /** Part type. */
  type: 'text'
  /** Markdown. */
  text: string
}

/** Reasoning of a model. */
export interface AiSdkUiReasoningPart {
  /** Part type. */
  type: 'reasoning'
  /** Markdown. */
  text: string
  /** Signatures and the like. */
  providerMetadata?: AiSdkProviderOptions
}

/** A file. */
export interface AiSdkUiFilePart {
  /** Part type. */
  type: 'file'
  /** Media type. */
  mediaType: string
  /** Absolute URL, or data URL. */
  url: string
  /** File name. */
  filename?: string
}

/** A page that was read. */
export interface AiSdkUiSourceUrl {
  /** Part type. */
  type: 'source-url'
  /** Identifier. */
  sourceId: string
  /** Address. */
  url: string
  /** Title. */
  title?: string
}

/** A document that was read. */
export interface AiSdkUiSourceDocument {
  /** Part type. */
  type: 'source-document'
  /** Identifier. */
  sourceId: string
  /** Media type. */
  mediaType: string
  /** Title. */
  title: string
}

/** Data of a program’s own. */
export interface AiSdkUiDataPart {
  /** Part type. */
  type: `data-${string}`
  /** Data. */
  data: unknown
}

interface AiSdkUiCall {
  /** Part type. */
  type: 'dynamic-tool'
  /** Name of the tool. */
  toolName: string
  /** Identifier. */
  toolCallId: string
  /** Arguments. */
  input: unknown
  /** Whether the provider ran the tool itself. */
  providerExecuted?: boolean
  /** Signatures and the like. */
  callProviderMetadata?: AiSdkProviderOptions
}

/** A call of a tool, with its result if there is one. */
export type AiSdkUiToolPart = AiSdkUiCall &
  (
    | {state: 'input-available'}
    | {state: 'output-available'; output: unknown}
    | {state: 'output-error'; errorText: string}
  )
