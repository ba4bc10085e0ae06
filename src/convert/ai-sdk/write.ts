import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {
  ChatMessage,
  Conversation,
  Part,
  ToolResultPart
} from '../message.ts'
import {pairTools} from '../pair-tools.ts'
import {fromParts} from '../parts/from-parts.ts'
import {type Step, toSteps} from '../to-steps.ts'
import type {AiSdkMessage, AiSdkPrompt, AiSdkSystemMessage} from './types.ts'
import {writeAssistantPart, writeResult, writeUserPart} from './write-part.ts'

type Options = Readonly<LossOptions>

const kept = [
  'temperature',
  'top_p',
  'max_tokens',
  'presence_penalty',
  'frequency_penalty',
  'stop'
]

/** Write a conversation as a prompt of the AI SDK. */
export function writeAiSdk(
  {config, messages}: Conversation,
  options: Options = {}
): AiSdkPrompt {
  dropParams(config, kept, 'a prompt of the AI SDK', options)
  const start = countInstructions(messages)
  const steps = toSteps(pairTools(messages, options))
  const instructions = steps
    .slice(0, start)
    .map(step => writeSystem(step, options))
  return {
    ...(instructions.length > 0 && {instructions}),
    messages: steps.slice(start).map(step => writeStep(step, options)),
    ...writeSettings(config)
  }
}

/** Count the messages at the start that are system prompts. */
function countInstructions(messages: ReadonlyArray<ChatMessage>): number {
  const start = messages.findIndex(({role}) => !isPrompt(role))
  return start === -1 ? messages.length : start
}

function isPrompt(role: string): boolean {
  return role === 'developer' || role === 'system'
}

function isResult(part: Part): part is ToolResultPart {
  return part.type === 'tool-result'
}

function writeSettings(config: ChatConfig): Omit<AiSdkPrompt, 'messages'> {
  const {stop} = config
  return compact({
    temperature: config.temperature,
    topP: config.top_p,
    maxOutputTokens: config.max_tokens,
    presencePenalty: config.presence_penalty,
    frequencyPenalty: config.frequency_penalty,
    stopSequences: typeof stop === 'string' ? [stop] : stop
  })
}

function writeSystem(
  {message, path}: Step,
  options: Options
): AiSdkSystemMessage {
  dropMetadata(message, [], path, 'a message of the AI SDK', options)
  const {role, parts} = message
  if (role === 'developer') loseRole(role, 'system', path, options)
  return {role: 'system', content: fromParts(parts)}
}

function writeStep(step: Step, options: Options): AiSdkMessage {
  const {message, path, paths} = step
  const {role, parts} = message
  if (isPrompt(role)) {
    const reason =
      'Cannot send a system prompt after the first question everywhere: version 7 refuses it without `allowSystemInMessages`'
    lose(options, 'model-dependent', path, reason)
    return writeSystem(step, options)
  }
  dropMetadata(message, [], path, 'a message of the AI SDK', options)
  const results = parts.filter(isResult)
  if (results.length > 0 && results.length === parts.length) {
    return {role: 'tool', content: results.map(writeResult)}
  }
  if (role === 'assistant') {
    return {
      role,
      content: parts.map((part, index) =>
        writeAssistantPart(part, paths[index] ?? path, options)
      )
    }
  }
  if (role !== 'user') loseRole(role, 'user', path, options)
  return {
    role: 'user',
    content: parts.map((part, index) =>
      writeUserPart(part, paths[index] ?? path, options)
    )
  }
}

function loseRole(
  role: string,
  other: string,
  path: Array<number | string>,
  options: Options
): void {
  const reason = `Cannot keep the role \`${role}\`: the AI SDK has no such one, so it is \`${other}\` here`
  lose(options, 'role-changed', [...path, 'role'], reason)
}
