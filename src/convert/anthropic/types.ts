// A request of Anthropic’s Messages, as `toAnthropic` writes it: all of it is
// assignable to the types of the package `@anthropic-ai/sdk`.

/** Request of Messages. */
export interface AnthropicRequest {
  /** Model. */
  model: string
  /** Most tokens an answer may have. */
  max_tokens: number
  /** Messages in order. */
  messages: Array<AnthropicMessage>
  /** Instructions. */
  system?: Array<AnthropicTextBlock> | string
  /** Sampling temperature, of 2023-06-01. */
  temperature?: number
  /** Share of the likeliest tokens to sample from, of 2023-06-01. */
  top_p?: number
  /** Texts that end an answer. */
  stop_sequences?: Array<string>
  /** Whether the answer comes in pieces. */
  stream?: boolean
  /** End user. */
  metadata?: {user_id: string}
}

/** A message. */
export type AnthropicMessage =
  | {role: 'assistant'; content: Array<AnthropicAssistantBlock> | string}
  | {role: 'system'; content: Array<AnthropicTextBlock> | string}
  | {role: 'user'; content: Array<AnthropicUserBlock> | string}

/** A block of a message of a model. */
export type AnthropicAssistantBlock =
  | AnthropicTextBlock
  | {type: 'redacted_thinking'; data: string}
  | {type: 'thinking'; thinking: string; signature: string}
  | {
      type: 'tool_use'
      id: string
      name: string
      input: Record<string, unknown>
    }

/** A block of a message of a user, or a result of a tool. */
export type AnthropicUserBlock =
  | AnthropicDocumentBlock
  | AnthropicImageBlock
  | AnthropicTextBlock
  | AnthropicToolResultBlock

/** Text. */
export interface AnthropicTextBlock {
  /** Block type. */
  type: 'text'
  /** Markdown. */
  text: string
}

/** An image. */
export interface AnthropicImageBlock {
  /** Block type. */
  type: 'image'
  /** Content, or where it is. */
  source:
    | AnthropicReference
    | {type: 'base64'; media_type: AnthropicImageType; data: string}
}

/** Where a file is. */
export type AnthropicReference =
  | {type: 'file'; file_id: string}
  | {type: 'url'; url: string}

/** Media types of images. */
export type AnthropicImageType =
  | 'image/gif'
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'

/** A document. */
export interface AnthropicDocumentBlock {
  /** Block type. */
  type: 'document'
  /** Content, or where it is. */
  source:
    | AnthropicReference
    | {type: 'base64'; media_type: 'application/pdf'; data: string}
    | {type: 'text'; media_type: 'text/plain'; data: string}
  /** File name. */
  title?: string
}

/** The result of a tool. */
export interface AnthropicToolResultBlock {
  /** Block type. */
  type: 'tool_result'
  /** Identifier of the call. */
  tool_use_id: string
  /** Text, or blocks; absent where nothing was returned. */
  content?:
    | Array<AnthropicDocumentBlock | AnthropicImageBlock | AnthropicTextBlock>
    | string
  /** Whether the tool failed. */
  is_error?: true
}
