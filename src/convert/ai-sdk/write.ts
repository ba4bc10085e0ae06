import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {listResults} from '../list-results.ts'
import {lose} from '../lose.ts'
import {loseEmpty} from '../lose-empty.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {sayParts} from '../say-parts.ts'
import {toRounds} from '../to-rounds.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {name as format} from './name.ts'
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
  dropParams(config, kept, format, options)
  messages.forEach((message, index) => {
    const path = ['messages', index]
    dropMetadata(message, [], path, format, options)
  })
  const start = countInstructions(messages)
  const steps = toRounds(messages, options)
  const instructions = steps
    .slice(0, start)
    .map(step => writeSystem(step, options))
  return {
    ...(instructions.length > 0 && {instructions}),
    messages: steps.slice(start).flatMap(step => {
      const written = writeStep(step, options)
      if (written.content.length > 0) return [written]
      loseEmpty(step.path, options)
      return []
    }),
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

function writeSystem(step: Step, options: Options): AiSdkSystemMessage {
  const {message, path} = step
  const {role} = message
  if (role === 'developer') loseRole(role, 'system', path, options)
  return {role: 'system', content: sayParts(step, format, options)}
}

function writeStep(step: Step, options: Options): AiSdkMessage {
  const {message, path} = step
  const {role} = message
  if (isPrompt(role)) {
    const reason =
      'Cannot send a system prompt after the first question everywhere: version 7 refuses it without `allowSystemInMessages`'
    lose(options, 'model-dependent', path, reason)
    return writeSystem(step, options)
  }
  const results = listResults(step)
  if (results.length > 0) {
    return {role: 'tool', content: results.map(writeResult)}
  }
  if (role === 'assistant') {
    const content = writeContent(step, (part, path) =>
      writeAssistantPart(part, path, options)
    )
    return {role, content}
  }
  if (role !== 'user') loseRole(role, 'user', path, options)
  const content = writeContent(step, (part, path) =>
    writeUserPart(part, path, options)
  )
  return {role: 'user', content}
}

function loseRole(
  role: string,
  other: string,
  path: Array<number | string>,
  options: Options
): void {
  const reason = `Cannot keep the role \`${role}\`: ${format} has no such one, so it is \`${other}\` here`
  lose(options, 'role-changed', [...path, 'role'], reason)
}
