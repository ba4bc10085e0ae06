// Comes in: a request of Messages, or its messages alone. Goes out: a
// conversation, in which a tool round is one message.

import {compact} from '../compact.ts'
import {dropRest} from '../drop-rest.ts'
import {fold} from '../fold.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {keepOwnKeys} from '../own-keys.ts'
import {readShape} from '../read-shape.ts'
import {name} from './name.ts'
import {readMessage} from './read-message.ts'
import {type AnthropicInput, anthropicSchema} from './schema.ts'

type Options = Readonly<LossOptions> | null | undefined
type Request = Exclude<AnthropicInput, ReadonlyArray<unknown>>

/**
 * Read a request of Messages.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function readAnthropic(value: unknown, options?: Options): Conversation {
  const shape = readShape(anthropicSchema, value, name)
  const request = Array.isArray(shape) ? {messages: shape} : shape
  const names = new Map<string, string>()
  const read = request.messages.flatMap((message, index) =>
    readMessage(message, ['messages', index], names, options)
  )
  const systems = readSystem(request, options)
  return {
    config: readParams(request, options),
    messages: fold([...systems, ...read], options)
  }
}

function readSystem({system}: Request, options: Options): Array<ChatMessage> {
  const blocks = typeof system === 'string' ? [{text: system}] : (system ?? [])
  return blocks.map((block, index) => {
    dropRest(block, ['type', 'text'], ['system', index], options)
    return {role: 'system', parts: [{type: 'text', text: block.text}]}
  })
}

function readParams(
  request: Request,
  options: Options
): Conversation['config'] {
  const {
    messages: _messages,
    system: _system,
    model,
    max_tokens,
    temperature,
    top_p,
    stop_sequences,
    stream,
    metadata,
    ...rest
  } = request
  dropRest(metadata ?? {}, ['user_id'], ['metadata'], options)
  return {
    ...compact({
      model: model || undefined,
      max_tokens,
      temperature,
      top_p,
      stop: stop_sequences,
      stream,
      user: metadata?.user_id
    }),
    ...keepOwnKeys(rest, 'anthropic')
  }
}
