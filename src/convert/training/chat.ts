// Rows have tools beside their messages; a chat has them in its settings.

import type {Chat, ChatConfig} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import type {Conversation} from '../message.ts'
import {type ToMessagesOptions, toMessages} from '../to-messages.ts'

/** Read a chat as messages, with the tools that its settings have. */
export function toConversation(
  chat: Chat,
  options: Readonly<ToMessagesOptions> | null | undefined
): Conversation {
  const {config} = chat
  const {tools} = config
  const messages = toMessages(chat, options)
  // Note: a note may have `tools` of another kind, such as hammers.
  return isArray(tools) && tools.every(isPlainObject)
    ? {config, messages, tools}
    : {config, messages}
}

/** Make messages a chat, with their tools in its settings. */
export function fromConversation(
  {config, messages, tools}: Conversation,
  options: Readonly<FromOptions> | null | undefined
): Chat {
  const all: ChatConfig = tools ? {...config, tools} : config
  return fromMessages(messages, {...options, config: all})
}
