// The shapes that vendors’ packages declare, by the names that `schemas.ts`
// makes JSON Schemas of.

import type {MessageCreateParamsBase} from '@anthropic-ai/sdk/resources/messages/messages'
import type {GenerateContentParameters as GenerateContent2} from 'genai2'
import type {GenerateContentParameters as GenerateContent3} from 'genai3'
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
