import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {lose} from '../lose.ts'
import type {AnthropicSettings} from './options.ts'
import type {AnthropicRequest} from './types.ts'

/** Keys of a request that `toAnthropic` writes, where a chat has them. */
export const ownParams: ReadonlyArray<string> = [
  'model',
  'max_tokens',
  'messages',
  'system',
  'temperature',
  'top_p',
  'stop_sequences',
  'stream',
  'metadata'
] satisfies Array<keyof AnthropicRequest>

/** Settings of a chat that a version of the API takes. */
export function keptParams({
  apiVersion
}: AnthropicSettings): ReadonlyArray<string> {
  const kept = ['model', 'max_tokens', 'stop', 'stream', 'user']
  return apiVersion === '2023-06-01' ? [...kept, 'temperature', 'top_p'] : kept
}

/** Write settings. */
export function writeParams(
  config: ChatConfig,
  settings: AnthropicSettings
): Omit<AnthropicRequest, 'messages' | 'model'> {
  const {max_tokens, stop, user} = config
  const isOld = settings.apiVersion === '2023-06-01'
  return {
    max_tokens: max_tokens ?? settings.maxTokens,
    ...compact({
      temperature: isOld ? toTemperature(config, settings) : undefined,
      top_p: isOld ? config.top_p : undefined,
      stop_sequences: typeof stop === 'string' ? [stop] : stop,
      stream: config.stream,
      metadata: user == null ? undefined : {user_id: user}
    })
  }
}

/** The temperature, which is between 0 and 1 here, and up to 2 elsewhere. */
function toTemperature(
  {temperature}: ChatConfig,
  settings: AnthropicSettings
): number | undefined {
  if (temperature == null || temperature <= 1) return temperature ?? undefined
  const reason = `Cannot keep \`temperature: ${temperature}\`: Anthropic takes 0 to 1`
  lose(settings, 'param-unsupported', ['config', 'temperature'], reason)
  return undefined
}
