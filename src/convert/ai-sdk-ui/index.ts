import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {type ToMessagesOptions, toMessages} from '../to-messages.ts'
import {readAiSdkUi} from './read.ts'
import type {AiSdkUiMessage} from './types.ts'
import {writeAiSdkUi} from './write.ts'

export {type AiSdkUiInput, aiSdkUiSchema} from './schema.ts'
export type * from './types.ts'

/** Write a chat as messages of `useChat` (`UIMessage`) of the AI SDK. */
export function toAiSdkUi(
  chat: Chat,
  options?: Readonly<ToMessagesOptions> | null
): Array<AiSdkUiMessage> {
  const messages = toMessages(chat, options)
  return writeAiSdkUi({config: chat.config, messages}, options ?? {})
}

/**
 * Read messages of `useChat` (`UIMessage`) of the AI SDK, or an object with
 * them as `messages`.
 *
 * @throws {TypeError} If they have not the shape of such messages.
 */
export function fromAiSdkUi(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readAiSdkUi(value, options ?? {})
  return fromMessages(messages, {...options, config})
}

/** Messages of `useChat`, as the command line sees them. */
export const aiSdkUi: Format = {
  id: 'ai-sdk-ui',
  title: 'Messages of the AI SDK’s useChat',
  kind: 'json',
  detect: isAiSdkUi,
  to: toAiSdkUi,
  from: (value, options) => [fromAiSdkUi(value, options)]
}

/** Whether a value has messages of parts, which no other format’s have here. */
function isAiSdkUi(value: unknown): boolean {
  const messages = isPlainObject(value) ? value.messages : value
  return isArray(messages) && messages.length > 0 && messages.every(isUiMessage)
}

function isUiMessage(message: unknown): boolean {
  return (
    isPlainObject(message) &&
    typeof message.id === 'string' &&
    isArray(message.parts) &&
    message.content === undefined
  )
}
