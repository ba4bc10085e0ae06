// A request of OpenAI’s Chat Completions, as `toOpenai` writes it: all of it is
// assignable to the types of the package `openai`.

/** Request of Chat Completions. */
export interface OpenaiRequest {
  /** Model. */
  model: string
  /** Messages in order. */
  messages: Array<OpenaiMessage>
  /** Sampling temperature. */
  temperature?: number
  /** Share of the likeliest tokens to sample from. */
  top_p?: number
  /** Most tokens an answer may have; models that reason take the other key. */
  max_tokens?: number
  /** Most tokens an answer may have, thoughts included. */
  max_completion_tokens?: number
  /** Penalty on tokens that occurred at all. */
  presence_penalty?: number
  /** Penalty on tokens by how often they occurred. */
  frequency_penalty?: number
  /** Whether the answer comes in pieces. */
  stream?: boolean
  /** Text that ends an answer, or at most 4 of them. */
  stop?: Array<string> | string
  /** How many answers to make. */
  n?: number
  /** Bias by token. */
  logit_bias?: Record<string, number>
  /** End user. */
  user?: string
}

/** A message. */
export type OpenaiMessage =
  | OpenaiAssistantMessage
  | OpenaiSystemMessage
  | OpenaiToolMessage
  | OpenaiUserMessage

/** An instruction. */
export interface OpenaiSystemMessage {
  /** Who speaks. */
  role: 'developer' | 'system'
  /** Text, or texts. */
  content: Array<OpenaiTextPart> | string
  /** Name of who speaks. */
  name?: string
}

/** A message of a user. */
export interface OpenaiUserMessage {
  /** Who speaks. */
  role: 'user'
  /** Text, or parts. */
  content: Array<OpenaiUserPart> | string
  /** Name of who speaks. */
  name?: string
}

/** A message of a model. */
export interface OpenaiAssistantMessage {
  /** Who speaks. */
  role: 'assistant'
  /** Text, or parts; absent where there are calls alone. */
  content?: Array<OpenaiRefusalPart | OpenaiTextPart> | string | null
  /** Name of who speaks. */
  name?: string
  /** Calls of tools. */
  tool_calls?: Array<OpenaiToolCall>
  /** Its reasoning, for servers that demand it back; OpenAI has no such key. */
  reasoning_content?: string
}

/** The result of a tool. */
export interface OpenaiToolMessage {
  /** Who speaks. */
  role: 'tool'
  /** Text, or texts. */
  content: Array<OpenaiTextPart> | string
  /** Identifier of the call. */
  tool_call_id: string
}

/** A call of a tool. */
export type OpenaiToolCall =
  | {
      type: 'function'
      id: string
      function: {name: string; arguments: string}
    }
  | {type: 'custom'; id: string; custom: {name: string; input: string}}

/** A part of a message of a user. */
export type OpenaiUserPart =
  | OpenaiTextPart
  | {type: 'file'; file: OpenaiFile}
  | {type: 'image_url'; image_url: {url: string}}
  | {type: 'input_audio'; input_audio: {data: string; format: 'mp3' | 'wav'}}

/** A file, by its content or by an identifier. */
export interface OpenaiFile {
  /** Data URL. */
  file_data?: string
  /** Identifier of a file that was uploaded. */
  file_id?: string
  /** File name. */
  filename?: string
}

/** Text. */
export interface OpenaiTextPart {
  /** Part type. */
  type: 'text'
  /** Markdown. */
  text: string
}

/** Why a model did not answer. */
export interface OpenaiRefusalPart {
  /** Part type. */
  type: 'refusal'
  /** Markdown. */
  refusal: string
}
