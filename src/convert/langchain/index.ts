import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {type ToMessagesOptions, toMessages} from '../to-messages.ts'
import {readLangchain} from './read.ts'
import type {LangchainMessage} from './types.ts'
import {writeLangchain} from './write.ts'

export {type LangchainInput, langchainSchema} from './schema.ts'
export type * from './types.ts'

/** Write a chat as messages that LangChain stores. */
export function toLangchain(
  chat: Chat,
  options?: Readonly<ToMessagesOptions> | null
): Array<LangchainMessage> {
  const messages = toMessages(chat, options)
  return writeLangchain({config: chat.config, messages}, options ?? {})
}

/**
 * Read messages of LangChain: stored, serialized, or as plain fields; or an
 * object with them as `messages`.
 *
 * @throws {TypeError} If they have not the shape of such messages.
 */
export function fromLangchain(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readLangchain(value, options ?? {})
  return fromMessages(messages, {...options, config})
}

/** Messages of LangChain, as the command line sees them. */
export const langchain: Format = {
  id: 'langchain',
  title: 'Messages of LangChain',
  kind: 'json',
  detect: isLangchain,
  to: toLangchain,
  from: (value, options) => [fromLangchain(value, options)]
}

/** Whether a value has messages that are stored or serialized. */
function isLangchain(value: unknown): boolean {
  const messages = isPlainObject(value) ? value.messages : value
  return isArray(messages) && messages.length > 0 && messages.every(isMessage)
}

function isMessage(message: unknown): boolean {
  if (!isPlainObject(message)) return false
  const {type, data, lc, kwargs} = message
  return (
    (typeof type === 'string' && isPlainObject(data)) ||
    (lc === 1 && isPlainObject(kwargs))
  )
}
