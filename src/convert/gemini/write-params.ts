import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import type {GeminiParams} from './types.ts'

/** Settings of a chat that Gemini takes. */
export const keptParams: ReadonlyArray<string> = [
  'temperature',
  'top_p',
  'max_tokens',
  'stop',
  'presence_penalty',
  'frequency_penalty',
  'n'
]

/** Keys of a request that `toGemini` writes, where a chat has them. */
export const ownKeys: ReadonlyArray<string> = [
  'model',
  'contents',
  'config',
  'generationConfig',
  'systemInstruction',
  'temperature',
  'topP',
  'maxOutputTokens',
  'stopSequences',
  'presencePenalty',
  'frequencyPenalty',
  'candidateCount'
]

/** Keys that stand beside `generationConfig` over the wire. */
export const topKeys: ReadonlyArray<string> = [
  'cachedContent',
  'labels',
  'safetySettings',
  'toolConfig',
  'tools'
]

/** Write settings. */
export function writeParams(config: ChatConfig): GeminiParams {
  const {stop} = config
  return compact({
    temperature: config.temperature,
    topP: config.top_p,
    maxOutputTokens: config.max_tokens,
    stopSequences: typeof stop === 'string' ? [stop] : stop,
    presencePenalty: config.presence_penalty,
    frequencyPenalty: config.frequency_penalty,
    candidateCount: config.n
  })
}
