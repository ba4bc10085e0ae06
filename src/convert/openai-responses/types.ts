// A request of OpenAI’s Responses, as `toOpenaiResponses` writes it: all of it is
// assignable to the types of the package `openai`.

/** Request of Responses. */
export interface OpenaiResponsesRequest {
  /** Model. */
  model: string
  /** Instruction, if there is one. */
  instructions?: string
  /** Items in order. */
  input: Array<ResponsesItem>
  /** Sampling temperature. */
  temperature?: number
  /** Share of the likeliest tokens to sample from. */
  top_p?: number
  /** Most tokens an answer may have. */
  max_output_tokens?: number
  /** Whether the answer comes in pieces. */
  stream?: boolean
  /** End user. */
  user?: string
}

/** An item: a message, a thought, a call, or a result. */
export type ResponsesItem =
  | ResponsesCallItem
  | ResponsesInputMessage
  | ResponsesOutputMessage
  | ResponsesReasoningItem
  | ResponsesResultItem

/** A message of anyone. */
export interface ResponsesInputMessage {
  /** Who speaks. */
  role: 'assistant' | 'developer' | 'system' | 'user'
  /** Text, or parts; an answer is text alone. */
  content: Array<ResponsesInputPart> | string
}

/** An answer that has an id, or more than one part. */
export interface ResponsesOutputMessage {
  /** Item type. */
  type: 'message'
  /** Identifier, such as `msg_1`. */
  id: string
  /** Whether it is whole. */
  status: 'completed'
  /** Who speaks. */
  role: 'assistant'
  /** Parts in order. */
  content: Array<ResponsesOutputPart>
}

/** A part of an answer. */
export type ResponsesOutputPart =
  | {type: 'output_text'; text: string; annotations: Array<never>}
  | {type: 'refusal'; refusal: string}

/** A part of a message of a user. */
export type ResponsesInputPart =
  | {
      type: 'input_file'
      file_data?: string
      file_id?: string
      file_url?: string
      filename?: string
    }
  | {
      type: 'input_image'
      detail: 'auto'
      image_url?: string
      file_id?: string
    }
  | {type: 'input_text'; text: string}

/** Reasoning of a model. */
export interface ResponsesReasoningItem {
  /** Item type. */
  type: 'reasoning'
  /** Identifier, such as `rs_1`. */
  id: string
  /** Summaries. */
  summary: Array<{type: 'summary_text'; text: string}>
  /** All of it, which OpenAI alone can read. */
  encrypted_content?: string
}

/** A call of a tool. */
export type ResponsesCallItem =
  | {
      type: 'function_call'
      call_id: string
      name: string
      arguments: string
      id?: string
    }
  | {type: 'custom_tool_call'; call_id: string; name: string; input: string}

/** The result of a tool. */
export interface ResponsesResultItem {
  /** Item type. */
  type: 'custom_tool_call_output' | 'function_call_output'
  /** Identifier of the call. */
  call_id: string
  /** Text, or parts. */
  output: Array<ResponsesInputPart> | string
}
