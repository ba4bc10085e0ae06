import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {type ToMessagesOptions, toMessages} from '../to-messages.ts'
import {readAiSdk} from './read.ts'
import type {AiSdkPrompt} from './types.ts'
import {writeAiSdk} from './write.ts'

export {type AiSdkInput, aiSdkSchema} from './schema.ts'
export type * from './types.ts'

/**
 * Write a chat as a prompt of the AI SDK, which `generateText` and `streamText`
 * take besides `model` and `tools`.
 *
 * Version 6 calls `instructions` `system`.
 */
export function toAiSdk(
  chat: Chat,
  options?: Readonly<ToMessagesOptions> | null
): AiSdkPrompt {
  const messages = toMessages(chat, options)
  return writeAiSdk({config: chat.config, messages}, options ?? {})
}

/**
 * Read a prompt of the AI SDK, or its messages (`ModelMessage`) alone.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromAiSdk(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readAiSdk(value, options ?? {})
  return fromMessages(messages, {...options, config})
}

/** Prompts of the AI SDK, as the command line sees them. */
export const aiSdk: Format = {
  id: 'ai-sdk',
  title: 'Prompt of the AI SDK',
  kind: 'json',
  detect: isAiSdk,
  to: toAiSdk,
  from: (value, options) => [fromAiSdk(value, options)]
}

/** Whether a value has the keys of a prompt, and parts as only these have. */
function isAiSdk(value: unknown): boolean {
  if (!isPlainObject(value) || !isArray(value.messages)) return false
  if (isArray(value.instructions)) return true
  return value.messages.some(
    message =>
      isPlainObject(message) &&
      isArray(message.content) &&
      message.content.some(
        part => isPlainObject(part) && typeof part.toolCallId === 'string'
      )
  )
}
