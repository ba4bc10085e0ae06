import type {Chat} from '../../tree.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {toMessages} from '../to-messages.ts'
import type {OpenaiOptions} from './options.ts'
import {readOpenai} from './read.ts'
import type {OpenaiRequest} from './types.ts'
import {writeOpenai} from './write.ts'

export {type OpenaiInput, openaiSchema} from './schema.ts'
export type * from './types.ts'
export type {OpenaiOptions}

/** Write a chat as a request of OpenAI’s Chat Completions. */
export function toOpenai(
  chat: Chat,
  options?: Readonly<OpenaiOptions> | null
): OpenaiRequest {
  const messages = toMessages(chat, options)
  return writeOpenai({config: chat.config, messages}, options ?? {})
}

/**
 * Read a request of OpenAI’s Chat Completions, or its messages alone.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromOpenai(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readOpenai(value, options)
  return fromMessages(messages, {...options, config})
}

/** Chat Completions, as the command line sees it. */
export const openai: Format = {
  id: 'openai',
  title: 'OpenAI Chat Completions request',
  kind: 'json',
  to: toOpenai,
  from: (value, options) => [fromOpenai(value, options)]
}
