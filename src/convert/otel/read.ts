import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {fold} from '../fold.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {nameResults} from '../name-results.ts'
import {omit} from '../omit.ts'
import {readRole} from '../read-role.ts'
import {readShape} from '../read-shape.ts'
import {readPart} from './read-part.ts'
import {type OtelInput, type OtelInputMessage, otelSchema} from './schema.ts'

type Options = Readonly<LossOptions>

const inputKey = 'gen_ai.input.messages'
const outputKey = 'gen_ai.output.messages'
const systemKey = 'gen_ai.system_instructions'

/**
 * Read attributes of a span, or messages alone.
 *
 * @throws {TypeError} If there are no messages.
 */
export function readOtel(value: unknown, options: Options = {}): Conversation {
  const what = 'attributes of OpenTelemetry'
  const shape = readShape(otelSchema, value, what)
  const isBare = Array.isArray(shape)
  const input: OtelInput = isBare ? {[inputKey]: shape} : shape
  const given = [inputKey, outputKey] as const
  if (given.every(key => input[key] === undefined)) {
    throw new TypeError(`Missing \`${inputKey}\` of ${what}`)
  }
  const instructions = (input[systemKey] ?? []).map(
    (part): ChatMessage => ({role: 'system', parts: [readPart(part)]})
  )
  const messages = given.flatMap(key =>
    (input[key] ?? []).map((message, index) =>
      readMessage(message, isBare ? [index] : [key, index], options)
    )
  )
  return {
    config: readSettings(input),
    messages: fold(nameResults([...instructions, ...messages]), options)
  }
}

function readMessage(
  message: OtelInputMessage,
  path: Array<number | string>,
  options: Options
): ChatMessage {
  const {role, parts, name} = message
  const extra = omit(message, ['role', 'parts', 'name'])
  return {
    role: readRole(role, [...path, 'role'], options),
    parts: parts.map(part => readPart(part)),
    ...compact({name}),
    ...(Object.keys(extra).length > 0 && {extra})
  }
}

function readSettings(input: OtelInput): ChatConfig {
  const stop = input['gen_ai.request.stop_sequences']
  return compact({
    model: input['gen_ai.request.model'],
    temperature: input['gen_ai.request.temperature'],
    top_p: input['gen_ai.request.top_p'],
    max_tokens: input['gen_ai.request.max_tokens'],
    presence_penalty: input['gen_ai.request.presence_penalty'],
    frequency_penalty: input['gen_ai.request.frequency_penalty'],
    stop: stop?.length === 1 ? stop[0] : stop,
    n: input['gen_ai.request.choice.count']
  })
}
