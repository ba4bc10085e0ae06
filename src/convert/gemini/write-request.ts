import type {Conversation} from '../message.ts'
import {omit} from '../omit.ts'
import {findOwnKeys} from '../own-keys.ts'
import {toModel} from '../to-model.ts'
import {name as format} from './name.ts'
import type {GeminiSettings} from './options.ts'
import type {
  GeminiContent,
  GeminiInstruction,
  GeminiRestRequest,
  GeminiSdkRequest
} from './types.ts'
import {ownKeys, topKeys, writeParams} from './write-params.ts'

/** Put the pieces of a request where the form has them. */
export function writeRequest(
  {config, messages}: Conversation,
  contents: Array<GeminiContent>,
  instruction: GeminiInstruction | undefined,
  settings: GeminiSettings
): GeminiRestRequest | GeminiSdkRequest {
  const own = findOwnKeys(config, 'gemini', ownKeys)
  const system = instruction && {systemInstruction: instruction}
  const params = writeParams(config)
  if (settings.form === 'sdk') {
    const model = toModel({config, messages}, format, settings)
    const all = {...own, ...system, ...params}
    return {model, contents, ...(isFilled(all) && {config: all})}
  }
  const below = {...omit(own, topKeys), ...params}
  const top = omit(own, Object.keys(omit(own, topKeys)))
  return {
    ...top,
    ...system,
    contents,
    ...(isFilled(below) && {generationConfig: below})
  }
}

function isFilled(value: object): boolean {
  return Object.keys(value).length > 0
}
