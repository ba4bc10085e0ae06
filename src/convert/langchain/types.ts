/** A message as LangChain stores it: `mapStoredMessagesToChatMessages` reads it. */
export interface LangchainMessage {
  /** Who speaks; `generic` if `data.role` says it. */
  type: 'ai' | 'generic' | 'human' | 'system' | 'tool'
  /** Its content. */
  data: LangchainData
}

/** Content of a message. */
export interface LangchainData {
  /** Text, or blocks. */
  content: string | Array<LangchainBlock>
  /** Who speaks, in a message of type `generic`. */
  role?: string
  /** Name of who speaks, or of the tool. */
  name?: string
  /** Identifier. */
  id?: string
  /** Other data; `__openai_role__` is `developer` in such a prompt. */
  additional_kwargs: Record<string, unknown>
  /** Data of the answer: `model_name`. */
  response_metadata: Record<string, unknown>
  /** Calls of tools. */
  tool_calls?: Array<LangchainCall>
  /** Calls whose arguments are no object. */
  invalid_tool_calls?: Array<LangchainInvalidCall>
  /** Identifier of the call that this is the result of. */
  tool_call_id?: string
  /** Whether the tool failed. */
  status?: 'error' | 'success'
}

/** A block of a content. */
export type LangchainBlock =
  | LangchainFileBlock
  | Record<string, unknown>
  | {type: 'reasoning'; reasoning: string; extras?: Record<string, unknown>}
  | {type: 'text'; text: string}

/** A file. */
export interface LangchainFileBlock {
  /** Block type. */
  type: 'audio' | 'file' | 'image' | 'video'
  /** Media type. */
  mimeType?: string
  /** Address. */
  url?: string
  /** Content in base64. */
  data?: string
  /** Identifier at a provider. */
  fileId?: string
  /** Other data. */
  metadata?: {filename: string}
}

/** A call of a tool. */
export interface LangchainCall {
  /** Call type. */
  type: 'tool_call'
  /** Identifier. */
  id: string
  /** Name of the tool. */
  name: string
  /** Arguments. */
  args: Record<string, unknown>
}

/** A call whose arguments are no object. */
export interface LangchainInvalidCall {
  /** Call type. */
  type: 'invalid_tool_call'
  /** Identifier. */
  id: string
  /** Name of the tool. */
  name: string
  /** Arguments, as the model wrote them. */
  args: string
  /** The mistake. */
  error: string
}
