// The shapes that vendors’ packages declare, by the names that `schemas.ts`
// makes JSON Schemas of.

import type {MessageCreateParamsBase} from '@anthropic-ai/sdk/resources/messages/messages'
import type {
  Content as Content2,
  GenerateContentParameters as GenerateContent2,
  GenerationConfig as GenerationConfig2
} from 'genai2'
import type {
  Content as Content3,
  GenerateContentParameters as GenerateContent3,
  GenerationConfig as GenerationConfig3
} from 'genai3'
import type {ChatCompletionCreateParamsBase as Chat6} from 'openai6/resources/chat/completions/completions'
import type {ResponseCreateParamsBase as Responses6} from 'openai6/resources/responses/responses'
import type {ChatCompletionCreateParamsBase as Chat7} from 'openai7/resources/chat/completions/completions'
import type {ResponseCreateParamsBase as Responses7} from 'openai7/resources/responses/responses'

export type OpenaiChat6 = Chat6
export type OpenaiChat7 = Chat7
export type OpenaiResponses6 = Responses6
export type OpenaiResponses7 = Responses7
export type AnthropicMessages = MessageCreateParamsBase
export type GeminiSdk2 = GenerateContent2
export type GeminiSdk3 = GenerateContent3

// Note: the packages have no type of the body that goes over the wire, but one of
// each of its values.
export interface GeminiRest2 {
  contents: Array<Content2>
  systemInstruction?: Content2
  generationConfig?: GenerationConfig2
}

export interface GeminiRest3 {
  contents: Array<Content3>
  systemInstruction?: Content3
  generationConfig?: GenerationConfig3
}
