// Rows that models are trained on: messages in the shape of OpenAI, in the
// variants that trainers and uploads take.

/** A row of messages. */
export interface TrainingRow {
  /** Messages in order. */
  messages: Array<TrainingMessage>
  /** Tools that may be called, as OpenAI declares them. */
  tools?: Array<unknown>
}

/** A message. */
export interface TrainingMessage {
  /** Who speaks. */
  role: string
  /** Text, or parts if there are images. */
  content: string | Array<TrainingPart>
  /** Name of who speaks, or of the tool that was called. */
  name?: string
  /** Whether it counts in training. */
  weight?: 0 | 1
  /** Reasoning of the model. */
  reasoning_content?: string
  /** Reasoning of the model, for templates of gpt-oss. */
  thinking?: string
  /** Calls of tools. */
  tool_calls?: Array<TrainingCall>
  /** Identifier of the call that this is the result of. */
  tool_call_id?: string
}

/** A part of a content. */
export type TrainingPart =
  | {type: 'image'; url: string}
  | {type: 'image_url'; image_url: {url: string}}
  | {type: 'text'; text: string}

/** A call of a tool. */
export interface TrainingCall {
  /** Identifier. */
  id: string
  /** Call type. */
  type: 'function'
  /** The function that is called. */
  function: {
    /** Name of the tool. */
    name: string
    /** Arguments: JSON as text for OpenAI, an object for chat templates. */
    arguments: unknown
  }
}
