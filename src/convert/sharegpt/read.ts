import {dropRest} from '../drop-rest.ts'
import {fold} from '../fold.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readTools} from '../read-tools.ts'
import {media} from './media.ts'
import {name as format} from './name.ts'
import {createMediaReader} from './read-media.ts'
import {readTurn} from './read-turn.ts'
import {
  type SharegptInput,
  type SharegptInputTurn,
  sharegptSchema
} from './schema.ts'

/** Options of `readSharegpt`. */
export interface SharegptReadOptions extends LossOptions {
  /** Which answer to take where a row has two (default: `'chosen'`). */
  prefer?: 'chosen' | 'rejected' | null | undefined
}

type Options = Readonly<SharegptReadOptions>

const turnKeys = [
  'conversations',
  'conversation',
  'items',
  'dialog',
  'messages'
] as const

const knownKeys = [
  ...['system', 'tools', 'chosen', 'rejected'],
  ...media.map(({key}) => key)
]

/**
 * Read a row in the shape of ShareGPT.
 *
 * @throws {TypeError} If it has no turns.
 */
export function readSharegpt(
  value: unknown,
  options: Options = {}
): Conversation {
  const shape = readShape(sharegptSchema, value, format)
  const row: SharegptInput = Array.isArray(shape)
    ? {conversations: shape}
    : shape
  const key = turnKeys.find(key => row[key] !== undefined)
  const turns = key && row[key]
  if (!turns) throw new TypeError(`Missing \`conversations\` of ${format}`)
  const {system, tools: given, chosen, rejected} = row
  dropRest(row, [...knownKeys, key], [], options)
  const answer = pickAnswer(chosen, rejected, options)
  const all = answer ? [...turns, answer] : turns
  const readText = createMediaReader(all, row, options)
  const messages: Array<ChatMessage> = system
    ? [{role: 'system', parts: [{type: 'text', text: system}]}]
    : []
  all.forEach((turn, index) => {
    const before = messages[messages.length - 1]
    const message = readTurn(turn, before, [key, index], {readText, options})
    // Note: the text before a call is a turn of its own there.
    if (before && isSameAnswer(before, message)) {
      before.parts.push(...message.parts)
    } else messages.push(message)
  })
  const tools = readTools(given)
  return {
    config: {},
    messages: fold(messages, options),
    ...(tools && {tools})
  }
}

function isSameAnswer(before: ChatMessage, message: ChatMessage): boolean {
  const {role, parts, weight, extra} = message
  return (
    before.role === role &&
    before.weight === weight &&
    extra === undefined &&
    parts.every(({type}) => type === 'tool-call') &&
    before.parts.every(({type}) => type !== 'tool-call')
  )
}

function pickAnswer(
  chosen: SharegptInputTurn | undefined,
  rejected: SharegptInputTurn | undefined,
  options: Options
): SharegptInputTurn | undefined {
  const isChosen = options.prefer !== 'rejected'
  const [picked, other] = isChosen ? [chosen, rejected] : [rejected, chosen]
  if (other !== undefined) {
    const name = isChosen ? 'rejected' : 'chosen'
    const reason = `Cannot keep two answers in one chat: set \`prefer\` to \`${name}\` for the other one`
    lose(options, 'branch-dropped', [name], reason)
  }
  return picked
}
