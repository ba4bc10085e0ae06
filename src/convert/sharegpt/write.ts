import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {toJsonText} from '../json-text.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {toRounds} from '../to-rounds.ts'
import type {Step} from '../to-steps.ts'
import {media} from './media.ts'
import {name as format} from './name.ts'
import type {SharegptRow, SharegptTurn} from './types.ts'
import {type MediaAddresses, writeText} from './write-text.ts'
import {writeCalls, writeResults} from './write-tools.ts'

type Options = Readonly<LossOptions>

/** Write a conversation as a row in the shape of ShareGPT. */
export function writeSharegpt(
  {config, messages, tools}: Conversation,
  options: Options = {}
): SharegptRow {
  dropParams(config, [], format, options)
  messages.forEach((message, index) => {
    const path = ['messages', index]
    dropMetadata(message, [], path, format, options)
    dropIds(message, path, options)
  })
  // Note: a text that holds a placeholder would take the place of a file.
  const addresses: MediaAddresses | undefined = messages.some(holdsPlaceholder)
    ? undefined
    : {images: [], videos: [], audios: []}
  const steps = toRounds(messages, {...options, onLoss: withoutIds(options)})
  const turns = steps.flatMap(step => writeStep(step, addresses, options))
  const conversations = joinSystems(turns, options)
  checkOrder(conversations, options)
  return {
    conversations,
    ...(tools && {tools: toJsonText(tools)}),
    ...toLists(addresses)
  }
}

/** Report ids of calls and results, which their order pairs here. */
function dropIds(
  {parts}: ChatMessage,
  path: Array<number | string>,
  options: Options
): void {
  parts.forEach((part, index) => {
    if (part.type !== 'tool-call' && part.type !== 'tool-result') return
    if (part.id === undefined) return
    const reason = `Cannot keep the id \`${part.id}\`: ${format} pairs calls and results by their order`
    lose(options, 'id-dropped', [...path, 'parts', index, 'id'], reason)
  })
}

function holdsPlaceholder({parts}: ChatMessage): boolean {
  return parts.some(
    part =>
      part.type === 'text' &&
      media.some(({placeholder}) => part.text.includes(placeholder))
  )
}

/** Keep lists that hold something. */
function toLists(
  addresses: MediaAddresses | undefined
): Partial<MediaAddresses> {
  const lists: Partial<MediaAddresses> = {}
  for (const {key} of media) {
    const list = addresses?.[key] ?? []
    if (list.length > 0) lists[key] = list
  }
  return lists
}

/** Leave out losses about ids, since there are none here. */
function withoutIds({onLoss}: Options): LossOptions['onLoss'] {
  return loss => loss.code !== 'tool-id-made' && onLoss?.(loss)
}

function writeStep(
  step: Step,
  addresses: MediaAddresses | undefined,
  options: Options
): Array<SharegptTurn> {
  const {role, parts} = step.message
  if (parts.length > 0 && parts.every(({type}) => type === 'tool-result')) {
    return [{from: 'observation', value: writeResults(step, options)}]
  }
  const value = writeText(
    step,
    role === 'user' ? addresses : undefined,
    options
  )
  const turns: Array<SharegptTurn> = []
  if (value !== '') turns.push({from: toFrom(step, options), value})
  const calls = role === 'assistant' ? writeCalls(step, options) : undefined
  if (calls !== undefined) turns.push({from: 'function_call', value: calls})
  return turns
}

function toFrom(
  {message: {role}, path}: Step,
  options: Options
): SharegptTurn['from'] {
  if (role === 'assistant') return 'gpt'
  if (role === 'user') return 'human'
  if (role === 'system') return 'system'
  const other = role === 'developer' ? 'system' : 'human'
  const reason = `Cannot keep the role \`${role}\`: ${format} has no such one, so it is \`${other}\` here`
  lose(options, 'role-changed', [...path, 'role'], reason)
  return other
}

/** Join system prompts at the start, since trainers read one. */
function joinSystems(
  turns: ReadonlyArray<SharegptTurn>,
  options: Options
): Array<SharegptTurn> {
  const start = turns.findIndex(({from}) => from !== 'system')
  const count = start === -1 ? turns.length : start
  if (count < 2) return [...turns]
  const reason = `Cannot keep ${count} system prompts apart: ${format} has one`
  lose(options, 'system-merged', ['conversations'], reason)
  const value = turns
    .slice(0, count)
    .map(({value}) => value)
    .join('\n\n')
  return [{from: 'system', value}, ...turns.slice(count)]
}

/** Report turns that LLaMA-Factory skips the whole row for. */
function checkOrder(
  turns: ReadonlyArray<SharegptTurn>,
  options: Options
): void {
  const spoken = turns[0]?.from === 'system' ? turns.slice(1) : turns
  const wrong = spoken.findIndex(({from}, index) => {
    const isAsked = from === 'human' || from === 'observation'
    return from === 'system' || isAsked !== (index % 2 === 0)
  })
  if (wrong === -1 && spoken.length > 0 && spoken.length % 2 === 0) return
  const reason =
    'Expected questions or observations, each with one answer or call after it: LLaMA-Factory skips this row'
  const index =
    wrong === -1 ? turns.length : wrong + turns.length - spoken.length
  lose(options, 'not-trainable', ['conversations', index], reason)
}
