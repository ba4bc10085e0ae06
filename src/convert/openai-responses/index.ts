import type {Chat} from '../../tree.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {toMessages} from '../to-messages.ts'
import type {OpenaiResponsesOptions} from './options.ts'
import {readOpenaiResponses} from './read.ts'
import type {OpenaiResponsesRequest} from './types.ts'
import {writeOpenaiResponses} from './write.ts'

export {type OpenaiResponsesInput, openaiResponsesSchema} from './schema.ts'
export type * from './types.ts'
export type {OpenaiResponsesOptions}

/** Write a chat as a request of OpenAI’s Responses. */
export function toOpenaiResponses(
  chat: Chat,
  options?: Readonly<OpenaiResponsesOptions> | null
): OpenaiResponsesRequest {
  const messages = toMessages(chat, options)
  return writeOpenaiResponses({config: chat.config, messages}, options ?? {})
}

/**
 * Read a request of OpenAI’s Responses, or its items alone.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromOpenaiResponses(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readOpenaiResponses(value, options)
  return fromMessages(messages, {...options, config})
}

/** Responses, as the command line sees it. */
export const openaiResponses: Format = {
  id: 'openai-responses',
  title: 'OpenAI Responses request',
  kind: 'json',
  to: toOpenaiResponses,
  from: (value, options) => [fromOpenaiResponses(value, options)]
}
