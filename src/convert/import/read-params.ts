import type {ChatConfig} from '../../tree.ts'
import {toText} from './to-text.ts'

/** Settings that are numbers, by all names that exports have for them. */
const numbers = [
  ['temperature', ['temperature']],
  ['top_p', ['top_p', 'topP']],
  ['max_tokens', ['max_tokens', 'maxOutputTokens', 'num_predict']],
  ['presence_penalty', ['presence_penalty', 'presencePenalty']],
  ['frequency_penalty', ['frequency_penalty', 'frequencyPenalty']]
] as const

/** Read the settings that a model was called with. */
export function readParams(params: Record<string, unknown>): ChatConfig {
  const config: ChatConfig = {}
  for (const [key, names] of numbers) {
    const value = names.map(name => params[name]).find(isNumber)
    if (value !== undefined) config[key] = value
  }
  const model = toText(params.model)
  if (model !== '') config.model = model
  return config
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
