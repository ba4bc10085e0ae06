// Checked by `tsc` alone: requests are assignable to the types of vendors, and
// what is wrong is not.

import type {MessageCreateParamsBase} from '@anthropic-ai/sdk/resources/messages/messages'
import type {
  AnthropicRequest,
  GeminiRestRequest,
  GeminiSdkRequest,
  OpenaiRequest,
  OpenaiResponsesRequest
} from 'chatmd/convert'
import type {GenerateContentParameters as Gemini2} from 'genai2'
import type {GenerateContentParameters as Gemini3} from 'genai3'
import type {ChatCompletionCreateParamsBase as Chat6} from 'openai6/resources/chat/completions/completions'
import type {ResponseCreateParamsBase as Responses6} from 'openai6/resources/responses/responses'
import type {ChatCompletionCreateParamsBase as Chat7} from 'openai7/resources/chat/completions/completions'
import type {ResponseCreateParamsBase as Responses7} from 'openai7/resources/responses/responses'
import type {GeminiRest2, GeminiRest3} from './shapes.ts'

declare const openai: OpenaiRequest
declare const responses: OpenaiResponsesRequest
declare const anthropic: AnthropicRequest
declare const rest: GeminiRestRequest
declare const sdk: GeminiSdkRequest

export const good: [
  Chat6,
  Chat7,
  Responses6,
  Responses7,
  MessageCreateParamsBase,
  GeminiRest2,
  GeminiRest3,
  Gemini2,
  Gemini3
] = [openai, openai, responses, responses, anthropic, rest, rest, sdk, sdk]

// @ts-expect-error: a request of Responses has no messages.
export const chat: Chat7 = responses
// @ts-expect-error: Anthropic has no role `tool`.
export const messages: MessageCreateParamsBase = openai
// @ts-expect-error: a request over the wire has no model.
export const gemini: Gemini3 = rest
// @ts-expect-error: a user refuses nothing.
export const refusal: Chat7['messages'][number] = {
  role: 'user' as const,
  content: [{type: 'refusal' as const, refusal: 'No'}]
}
const part = {type: 'output_text' as const, text: ''}
const answer = {role: 'assistant' as const, content: [part]}
// @ts-expect-error: an answer without an id has no parts of output.
export const output: Responses7['input'] = [answer]
export const thought: MessageCreateParamsBase['messages'][number] = {
  role: 'assistant',
  // @ts-expect-error: a thought has a signature.
  content: [{type: 'thinking', thinking: ''}]
}
