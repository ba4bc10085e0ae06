// Attributes of a span, as the semantic conventions of OpenTelemetry name them
// for generative AI. A span takes lists as JSON: `JSON.stringify` each.

/** Attributes of a span that say a chat. */
export interface OtelAttributes {
  /** System prompts, a part each. */
  'gen_ai.system_instructions'?: Array<OtelPart>
  /** Messages in order. */
  'gen_ai.input.messages': Array<OtelMessage>
  /** Model. */
  'gen_ai.request.model'?: string
  /** Sampling temperature. */
  'gen_ai.request.temperature'?: number
  /** Share of the likeliest tokens to sample from. */
  'gen_ai.request.top_p'?: number
  /** Most tokens an answer may have. */
  'gen_ai.request.max_tokens'?: number
  /** Penalty on tokens that occurred at all. */
  'gen_ai.request.presence_penalty'?: number
  /** Penalty on tokens by how often they occurred. */
  'gen_ai.request.frequency_penalty'?: number
  /** Texts that end an answer. */
  'gen_ai.request.stop_sequences'?: Array<string>
  /** How many answers to make. */
  'gen_ai.request.choice.count'?: number
}

/** A message. */
export interface OtelMessage {
  /** Who speaks. */
  role: string
  /** Parts in order. */
  parts: Array<OtelPart>
  /** Name of who speaks. */
  name?: string
}

/** A part; the conventions allow parts of other types. */
export type OtelPart =
  | OtelFile
  | {type: 'blob'; modality: string; mime_type?: string; content: string}
  | {type: 'reasoning' | 'refusal' | 'text'; content: string}
  | {type: 'tool_call'; id: string; name: string; arguments: unknown}
  | {type: 'tool_call_response'; id: string; response: unknown}
  | {type: string; [key: string]: unknown}

/** A file that is elsewhere. */
export type OtelFile =
  | {type: 'file'; modality: string; mime_type?: string; file_id: string}
  | {type: 'uri'; modality: string; mime_type?: string; uri: string}
