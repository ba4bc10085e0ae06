// The model between a chat and every data format: messages with roles and parts.

import type {ChatConfig} from '../tree.ts'

/** A chat as its messages; each format is read into and written from them. */
export interface Conversation {
  /** Settings, such as `model`, `temperature`, `title` or any other key. */
  config: ChatConfig
  /** Messages in order; a tool round is one assistant message. */
  messages: Array<ChatMessage>
  /** Tools that may be called, as the format has them; kept by few formats. */
  tools?: Array<unknown> | undefined
}

/** One message. */
export interface ChatMessage {
  /** Who speaks: `user`, `assistant`, `system`, `developer`, `tool`, or another. */
  role: string
  /** Its parts, in order. */
  parts: Array<Part>
  /** Model that wrote it. */
  model?: string | undefined
  /** Name of who speaks. */
  name?: string | undefined
  /** Identifier in its format. */
  id?: string | undefined
  /** When, as ISO 8601, such as `2026-02-12T23:58:10Z`. */
  time?: string | undefined
  /** Whether it counts in training: 1, or 0 where it does not. */
  weight?: 0 | 1 | undefined
  /** Other data of its format, as JSON. */
  extra?: Record<string, unknown> | undefined
}

/** A piece of a content. */
export type Part =
  | FilePart
  | OtherPart
  | ReasoningPart
  | RefusalPart
  | TextPart
  | ToolCallPart
  | ToolResultPart

/** Markdown that is said. */
export interface TextPart {
  /** Part type. */
  type: 'text'
  /** Markdown. */
  text: string
}

/** Reasoning of a model before it answered. */
export interface ReasoningPart {
  /** Part type. */
  type: 'reasoning'
  /** Markdown; empty if it is only in `meta`, encrypted or redacted. */
  text: string
  /** Signature, id, encrypted text and so on, as its format has them. */
  meta?: Record<string, unknown> | undefined
}

/** A call of a tool. */
export interface ToolCallPart {
  /** Part type. */
  type: 'tool-call'
  /** Name of the tool. */
  name: string
  /** Identifier that its result names. */
  id?: string | undefined
  /** Arguments, parsed. */
  input: unknown
  /** Arguments as text, where they are no JSON or `JSON.stringify(input)` differs. */
  raw?: string | undefined
  /** Other data of its format. */
  meta?: Record<string, unknown> | undefined
}

/** The result of a tool. */
export interface ToolResultPart {
  /** Part type. */
  type: 'tool-result'
  /** Name of the tool; empty if its format does not say. */
  name: string
  /** Identifier of the call. */
  id?: string | undefined
  /** Text, or any JSON. */
  output: unknown
  /** Whether it failed. */
  error?: true | undefined
}

/** An image, a sound, a document. */
export interface FilePart {
  /** Part type. */
  type: 'file'
  /** Media type, such as `image/png`; `image/*` where only that much is known. */
  mediaType?: string | undefined
  /** File name, or the alternative text of an image. */
  name?: string | undefined
  /** Address, or path relative to the note. */
  url?: string | undefined
  /** Content in base64. */
  data?: string | undefined
  /** Identifier at the provider. */
  ref?: string | undefined
  /** Text that was extracted. */
  text?: string | undefined
}

/** Words of a model in place of an answer that it refused. */
export interface RefusalPart {
  /** Part type. */
  type: 'refusal'
  /** Markdown. */
  text: string
}

/** Anything else, as it is. */
export interface OtherPart {
  /** Part type. */
  type: 'other'
  /** Its type, in its format’s words. */
  kind: string
  /** Any JSON. */
  value: unknown
}
