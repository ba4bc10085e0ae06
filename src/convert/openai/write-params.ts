import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {lose} from '../lose.ts'
import {name as format} from './name.ts'
import type {OpenaiOptions} from './options.ts'
import type {OpenaiRequest} from './types.ts'

/** Keys of a request that say the same as settings of a chat. */
export const paramKeys = [
  'temperature',
  'top_p',
  'max_tokens',
  'max_completion_tokens',
  'presence_penalty',
  'frequency_penalty',
  'stream',
  'stop',
  'n',
  'logit_bias',
  'user'
] as const satisfies ReadonlyArray<keyof OpenaiRequest>

/** Write settings. */
export function writeParams(
  config: ChatConfig,
  options: Readonly<OpenaiOptions>
): Pick<OpenaiRequest, (typeof paramKeys)[number]> {
  const isNew = options.maxTokens === 'max_completion_tokens'
  return compact({
    temperature: config.temperature,
    top_p: config.top_p,
    max_tokens: isNew ? undefined : config.max_tokens,
    max_completion_tokens: isNew ? config.max_tokens : undefined,
    presence_penalty: config.presence_penalty,
    frequency_penalty: config.frequency_penalty,
    stream: config.stream,
    stop: config.stop,
    n: config.n,
    logit_bias: writeBias(config.logit_bias, options),
    user: config.user
  })
}

/** Write the bias of each token, if all are numbers. */
function writeBias(
  bias: ChatConfig['logit_bias'],
  options: Readonly<OpenaiOptions>
): Record<string, number> | undefined {
  if (!bias) return undefined
  const entries = Object.entries(bias)
  const numbers = entries.filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number'
  )
  if (numbers.length === entries.length) return Object.fromEntries(numbers)
  const reason = `Cannot keep \`logit_bias\`: ${format} has numbers there`
  lose(options, 'param-unsupported', ['config', 'logit_bias'], reason)
  return undefined
}
