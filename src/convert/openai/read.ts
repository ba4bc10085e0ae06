// Comes in: a request of Chat Completions, or its messages alone. Goes out: a
// conversation, in which a tool round is one message.

import {compact} from '../compact.ts'
import {fold} from '../fold.ts'
import type {LossOptions} from '../loss.ts'
import type {Conversation} from '../message.ts'
import {keepOwnKeys} from '../own-keys.ts'
import {readShape} from '../read-shape.ts'
import {name} from './name.ts'
import {readMessage} from './read-message.ts'
import {type OpenaiInput, openaiSchema} from './schema.ts'

/**
 * Read a request of Chat Completions.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function readOpenai(
  value: unknown,
  options?: Readonly<LossOptions> | null
): Conversation {
  const shape = readShape(openaiSchema, value, name)
  const request = Array.isArray(shape) ? {messages: shape} : shape
  const names = new Map<string, string>()
  const read = request.messages.map((message, index) =>
    readMessage(message, ['messages', index], names, options)
  )
  return {config: readParams(request), messages: fold(read, options)}
}

function readParams(
  request: Exclude<OpenaiInput, ReadonlyArray<unknown>>
): Conversation['config'] {
  const {
    messages: _,
    model,
    temperature,
    top_p,
    max_tokens,
    max_completion_tokens,
    presence_penalty,
    frequency_penalty,
    stream,
    stop,
    n,
    logit_bias,
    user,
    ...rest
  } = request
  return {
    ...compact({
      model: model || undefined,
      temperature,
      top_p,
      max_tokens: max_tokens ?? max_completion_tokens,
      presence_penalty,
      frequency_penalty,
      stream,
      stop,
      n,
      logit_bias,
      user
    }),
    ...keepOwnKeys(rest, 'openai')
  }
}
