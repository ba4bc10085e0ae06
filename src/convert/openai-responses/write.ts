// Comes in: a conversation. Goes out: a request of Responses, in which each call
// of a tool has its result after it.

import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {listResults} from '../list-results.ts'
import {lose} from '../lose.ts'
import {loseEmpty} from '../lose-empty.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {findOwnKeys} from '../own-keys.ts'
import {toModel} from '../to-model.ts'
import {toRounds} from '../to-rounds.ts'
import type {Step} from '../to-steps.ts'
import {withoutDefaults} from '../without-defaults.ts'
import {joinPieces} from './join-pieces.ts'
import {name as format} from './name.ts'
import type {OpenaiResponsesOptions} from './options.ts'
import type {OpenaiResponsesRequest, ResponsesItem} from './types.ts'
import {writeAssistant} from './write-assistant.ts'
import {writeInput} from './write-input.ts'
import {writeResults} from './write-results.ts'

type Options = Readonly<OpenaiResponsesOptions>

const kept = ['model', 'temperature', 'top_p', 'max_tokens', 'stream', 'user']

const ownKeys: ReadonlyArray<string> = [
  'model',
  'instructions',
  'input',
  'temperature',
  'top_p',
  'max_output_tokens',
  'stream',
  'user'
] satisfies Array<keyof OpenaiResponsesRequest>

/** Write a conversation as a request of Responses. */
export function writeOpenaiResponses(
  {config, messages}: Conversation,
  options: Options = {}
): OpenaiResponsesRequest {
  messages.forEach((message, index) => {
    const ids = isAnswer(message) ? (['id'] as const) : []
    dropMetadata(message, ids, ['messages', index], format, options)
  })
  dropParams(withoutDefaults(config), kept, format, options)
  const custom = new Set(messages.flatMap(listCustom))
  const items = toRounds(messages, options).flatMap(step =>
    writeStep(step, custom, options)
  )
  return {
    ...findOwnKeys(config, 'openai-responses', ownKeys),
    model: toModel({config, messages}, format, options),
    ...splitInstructions(items),
    ...writeParams(config)
  }
}

/** Whether it is an answer with an id as OpenAI makes them. */
function isAnswer({role, id}: ChatMessage): boolean {
  return role === 'assistant' && id?.startsWith('msg_') === true
}

function listCustom({parts}: ChatMessage): Array<string> {
  return parts.flatMap(part =>
    part.type === 'tool-call' && part.meta?.type === 'custom' && part.id
      ? [part.id]
      : []
  )
}

function writeStep(
  step: Step,
  custom: ReadonlySet<string>,
  options: Options
): Array<ResponsesItem> {
  if (listResults(step).length > 0) return writeResults(step, custom, options)
  const items = writeMessage(step, options)
  if (items.length === 0) loseEmpty(step.path, options)
  return items
}

function writeMessage(step: Step, options: Options): Array<ResponsesItem> {
  const {message, path} = step
  const {role} = message
  if (role === 'assistant') {
    const id = isAnswer(message) ? message.id : undefined
    return joinPieces(writeAssistant(step, options), id, path)
  }
  const content = writeInput(step, options)
  if (content === '') return []
  if (role === 'developer' || role === 'system') return [{role, content}]
  if (role !== 'user') {
    const reason = `Cannot keep the role \`${role}\`: OpenAI does not know it, so it is \`user\` here`
    lose(options, 'role-changed', [...path, 'role'], reason)
  }
  return [{role: 'user', content}]
}

/** An instruction that comes first and alone has a place of its own. */
function splitInstructions(
  items: Array<ResponsesItem>
): Pick<OpenaiResponsesRequest, 'input' | 'instructions'> {
  const [first, second] = items
  const text = first && toInstruction(first)
  if (text === undefined || (second && toInstruction(second) !== undefined)) {
    return {input: items}
  }
  return {instructions: text, input: items.slice(1)}
}

function toInstruction(item: ResponsesItem): string | undefined {
  if (!('role' in item) || item.role !== 'system') return undefined
  return typeof item.content === 'string' ? item.content : undefined
}

function writeParams(
  config: ChatConfig
): Omit<OpenaiResponsesRequest, 'input' | 'instructions' | 'model'> {
  return compact({
    temperature: config.temperature,
    top_p: config.top_p,
    max_output_tokens: config.max_tokens,
    stream: config.stream,
    user: config.user
  })
}
