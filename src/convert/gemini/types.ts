// A request of Gemini’s `generateContent`, as `toGemini` writes it: all of it is
// assignable to the types of the package `@google/genai`.

/** Body of a request, as it goes over the wire; the address has the model. */
export interface GeminiRestRequest {
  /** Instructions. */
  systemInstruction?: GeminiInstruction
  /** Messages in order. */
  contents: Array<GeminiContent>
  /** Settings. */
  generationConfig?: GeminiParams
}

/** Argument of `generateContent` in the package `@google/genai`. */
export interface GeminiSdkRequest {
  /** Model. */
  model: string
  /** Messages in order. */
  contents: Array<GeminiContent>
  /** Instructions and settings. */
  config?: GeminiParams & {systemInstruction?: GeminiInstruction}
}

/** Settings. */
export interface GeminiParams {
  /** Sampling temperature. */
  temperature?: number
  /** Share of the likeliest tokens to sample from. */
  topP?: number
  /** Most tokens an answer may have. */
  maxOutputTokens?: number
  /** Texts that end an answer. */
  stopSequences?: Array<string>
  /** Penalty on tokens that occurred at all. */
  presencePenalty?: number
  /** Penalty on tokens by how often they occurred. */
  frequencyPenalty?: number
  /** How many answers to make. */
  candidateCount?: number
}

/** Instructions. */
export interface GeminiInstruction {
  /** Texts in order. */
  parts: Array<{text: string}>
}

/** A message. */
export interface GeminiContent {
  /** Who speaks; tools speak as the user. */
  role: 'model' | 'user'
  /** Parts in order. */
  parts: Array<GeminiPart>
}

/** A part of a message. */
export interface GeminiPart {
  /** Text. */
  text?: string
  /** Whether the text is a thought. */
  thought?: boolean
  /** Signature of a thought, or of a call that came of it. */
  thoughtSignature?: string
  /** File with its content. */
  inlineData?: {mimeType: string; data: string}
  /** File by its address. */
  fileData?: {mimeType: string; fileUri: string}
  /** Call of a tool. */
  functionCall?: {id?: string; name: string; args: Record<string, unknown>}
  /** The result of a tool. */
  functionResponse?: {
    id?: string
    name: string
    response: Record<string, unknown>
  }
}
