// Comes in: a request of Responses, or its items alone. Goes out: a
// conversation, in which a tool round is one message.

import {compact} from '../compact.ts'
import {fold} from '../fold.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {keepOwnKeys} from '../own-keys.ts'
import {readShape} from '../read-shape.ts'
import {joinItems} from './join-items.ts'
import {name} from './name.ts'
import {readItem} from './read-item.ts'
import {type OpenaiResponsesInput, openaiResponsesSchema} from './schema.ts'

type Options = Readonly<LossOptions> | null | undefined
type Request = Exclude<OpenaiResponsesInput, ReadonlyArray<unknown>>

/**
 * Read a request of Responses.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function readOpenaiResponses(
  value: unknown,
  options?: Options
): Conversation {
  const shape = readShape(openaiResponsesSchema, value, name)
  const request: Request = Array.isArray(shape) ? {input: shape} : shape
  const names = new Map<string, string>()
  const {input, instructions} = request
  const read =
    typeof input === 'string'
      ? [say('user', input)]
      : (input ?? []).map((item, index) =>
          readItem(item, ['input', index], names, options)
        )
  const messages = [
    ...(instructions ? [say('system', instructions)] : []),
    ...joinItems(read, options)
  ]
  return {config: readParams(request), messages: fold(messages, options)}
}

function say(role: string, text: string): ChatMessage {
  return {role, parts: [{type: 'text', text}]}
}

function readParams(request: Request): Conversation['config'] {
  const {
    input: _input,
    instructions: _instructions,
    model,
    temperature,
    top_p,
    max_output_tokens,
    stream,
    user,
    ...rest
  } = request
  return {
    ...compact({
      model: model || undefined,
      temperature,
      top_p,
      max_tokens: max_output_tokens,
      stream,
      user
    }),
    ...keepOwnKeys(rest, 'openai-responses')
  }
}
