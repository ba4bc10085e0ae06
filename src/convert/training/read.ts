import {dropRest} from '../drop-rest.ts'
import {fold} from '../fold.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {nameResults} from '../name-results.ts'
import {readShape} from '../read-shape.ts'
import {readTools} from '../read-tools.ts'
import {readMessage} from './read-message.ts'
import {
  type TrainingInput,
  type TrainingTurns,
  trainingSchema
} from './schema.ts'

/** Options of readers of rows. */
export interface TrainingReadOptions extends LossOptions {
  /** Which answer to take where a row has two (default: `'chosen'`). */
  prefer?: 'chosen' | 'rejected' | null | undefined
}

type Options = Readonly<TrainingReadOptions>
type Key = keyof TrainingInput & string

const chosenKeys = ['chosen', 'preferred_output', 'preferred_completion']
const rejectedKeys = [
  'rejected',
  'non_preferred_output',
  'non_preferred_completion'
]
const knownKeys = [
  ...['messages', 'prompt', 'completion', 'input', 'tools', 'images'],
  ...chosenKeys,
  ...rejectedKeys
]

/**
 * Read a row for a trainer.
 *
 * @throws {TypeError} If it has no messages in a form that is known.
 */
export function readTraining(
  value: unknown,
  what: string,
  options: Options = {}
): Conversation {
  const shape = readShape(trainingSchema, value, what)
  const row: TrainingInput = Array.isArray(shape) ? {messages: shape} : shape
  const keys = findKeys(row, options)
  if (keys.length === 0) {
    throw new TypeError(`Missing \`messages\` or \`prompt\` of ${what}`)
  }
  dropRest(row, knownKeys, [], options)
  const images = [...(row.images ?? [])].reverse()
  const messages = keys.flatMap(key => readTurns(row, key, images, options))
  const tools = readTools(row.tools ?? row.input?.tools)
  return {
    config: {},
    messages: fold(nameResults(messages), options),
    ...(tools && {tools})
  }
}

/** Find the lists that make the conversation, in order. */
function findKeys(row: TrainingInput, options: Options): Array<Key> {
  const isChosen = options.prefer !== 'rejected'
  const taken = isChosen ? chosenKeys : rejectedKeys
  for (const key of isChosen ? rejectedKeys : chosenKeys) {
    if (row[key] === undefined) continue
    const other = isChosen ? 'rejected' : 'chosen'
    const reason = `Cannot keep two answers in one chat: set \`prefer\` to \`${other}\` for the other one`
    lose(options, 'branch-dropped', [key], reason)
  }
  return ['messages', 'prompt', 'input', 'completion', ...taken].filter(
    key => row[key] !== undefined
  )
}

function readTurns(
  row: TrainingInput,
  key: Key,
  images: Array<unknown>,
  options: Options
): Array<ChatMessage> {
  // A cast, since the schema has messages or text at each of these keys.
  const turns = (
    key === 'input' ? row.input?.messages : row[key]
  ) as TrainingTurns
  const path = key === 'input' ? [key, 'messages'] : [key]
  if (typeof turns !== 'string') {
    return turns.map((message, index) =>
      readMessage(message, [...path, index], images, options)
    )
  }
  const role = key === 'prompt' ? 'user' : 'assistant'
  return [{role, parts: [{type: 'text', text: turns}]}]
}
