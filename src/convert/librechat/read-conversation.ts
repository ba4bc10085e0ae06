// In: a conversation of LibreChat, as a list or with each message in the one
// before it. Out: a conversation for each branch that is asked for. The export
// does not say which branch is shown: the newest is taken.

import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {linkMessages} from '../import/link-messages.ts'
import {listItems} from '../import/list-items.ts'
import {nameItem} from '../import/name-item.ts'
import {readBranches} from '../import/read-branches.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {readParams} from '../import/read-params.ts'
import {toText} from '../import/to-text.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {listMessages} from './list-messages.ts'
import {readMessage} from './read-message.ts'
import type {LibrechatConversation, LibrechatMessage} from './schema.ts'
import {librechatConversationSchema} from './schema.ts'

/** How an export of LibreChat is read. */
export const librechatImporter: Importer = {
  list: value => listItems(value, 'conversations'),
  read: readConversation
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'content error output text think value'.split(' ')
)

function readConversation(
  item: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const what = nameItem(item, 'an export of LibreChat')
  const conversation = readShape(librechatConversationSchema, item.value, what)
  const messages = linkMessages<LibrechatMessage>(
    listMessages(conversation, what),
    message => ({
      key: message.messageId,
      parent: message.parentMessageId,
      time: Date.parse(message.createdAt ?? '') || undefined
    })
  )
  const branches = readBranches(
    messages,
    {
      textKeys,
      toPath: ({key}) => [...item.path, 'messages', key],
      toMeasured: message => ({...message, children: undefined}),
      start: () => readMessage
    },
    options
  )
  const {config, system} = readSettings(conversation)
  return branches.map(messages => ({
    config,
    messages: [...system, ...messages]
  }))
}

function readSettings(conversation: LibrechatConversation): {
  config: Conversation['config']
  system: Array<ChatMessage>
} {
  const settings = conversation.options ?? {}
  const text = toText(settings.promptPrefix) || toText(settings.system)
  return {
    config: compact({
      title: conversation.title || undefined,
      id: conversation.conversationId,
      ...readParams(settings)
    }),
    system: text === '' ? [] : [{role: 'system', parts: [{type: 'text', text}]}]
  }
}
