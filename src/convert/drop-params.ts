import type {ChatConfig} from '../tree.ts'
import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'

/** Settings that ChatGPT MD sends to a provider. */
const sentKeys = [
  'model',
  'temperature',
  'top_p',
  'max_tokens',
  'presence_penalty',
  'frequency_penalty',
  'stream',
  'stop',
  'n',
  'logit_bias',
  'user'
] as const

/** Report each setting that a format has no place for. */
export function dropParams(
  config: ChatConfig,
  kept: ReadonlyArray<string>,
  format: string,
  options: Readonly<LossOptions> | null | undefined
): void {
  for (const key of sentKeys) {
    if (config[key] == null || kept.includes(key)) continue
    const reason = `Cannot keep \`${key}\`: ${format} has no place for it`
    lose(options, 'param-unsupported', ['config', key], reason)
  }
}
