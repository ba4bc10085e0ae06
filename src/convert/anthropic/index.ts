import type {Chat} from '../../tree.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {toMessages} from '../to-messages.ts'
import type {AnthropicOptions} from './options.ts'
import {readAnthropic} from './read.ts'
import type {AnthropicRequest} from './types.ts'
import {writeAnthropic} from './write.ts'

export type {AnthropicOptions, AnthropicVersion} from './options.ts'
export {type AnthropicInput, anthropicSchema} from './schema.ts'
export type * from './types.ts'

/**
 * Write a chat as a request of Anthropic’s Messages.
 *
 * @throws {TypeError} If an option is none.
 */
export function toAnthropic(
  chat: Chat,
  options?: Readonly<AnthropicOptions> | null
): AnthropicRequest {
  const messages = toMessages(chat, options)
  return writeAnthropic({config: chat.config, messages}, options)
}

/**
 * Read a request of Anthropic’s Messages, or its messages alone.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromAnthropic(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readAnthropic(value, options)
  return fromMessages(messages, {...options, config})
}

/** Anthropic’s Messages, as the command line sees it. */
export const anthropic: Format = {
  id: 'anthropic',
  title: 'Anthropic Messages request',
  kind: 'json',
  to: toAnthropic,
  from: (value, options) => [fromAnthropic(value, options)]
}
