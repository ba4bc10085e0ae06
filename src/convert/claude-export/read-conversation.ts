import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {linkMessages} from '../import/link-messages.ts'
import {createResultMatcher} from '../import/match-results.ts'
import {nameItem} from '../import/name-item.ts'
import type {MessageReader} from '../import/read-branches.ts'
import {readBranches} from '../import/read-branches.ts'
import type {Item} from '../import/read-export.ts'
import {toTime} from '../import/to-time.ts'
import type {Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readMessage} from './read-message.ts'
import type {ClaudeConversation, ClaudeMessage} from './schema.ts'
import {claudeConversationSchema} from './schema.ts'

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'content extracted_content text thinking'.split(' ')
)

/** Read a conversation, or each of its branches. */
export function readConversation(
  item: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const what = nameItem(item, 'an export of Claude')
  const conversation = readShape(claudeConversationSchema, item.value, what)
  const {chat_messages: all, current_leaf_message_uuid: leaf} = conversation
  const messages = linkMessages<ClaudeMessage>(all, message => ({
    key: message.uuid,
    parent: message.parent_message_uuid,
    time: Date.parse(message.created_at ?? '') || undefined
  }))
  const branches = readBranches(
    messages,
    {
      current: leaf,
      textKeys,
      toPath: ({index}) => [...item.path, 'chat_messages', index],
      start: readInOrder
    },
    options
  )
  const config = readConfig(conversation)
  return branches.map(messages => ({config, messages}))
}

function readInOrder(): ReturnType<MessageReader<ClaudeMessage>['start']> {
  const matcher = createResultMatcher()
  return (message, path, options) =>
    readMessage(message, path, matcher, options)
}

function readConfig(conversation: ClaudeConversation): Conversation['config'] {
  return compact({
    title: conversation.name || undefined,
    summary: conversation.summary || undefined,
    created: toTime(conversation.created_at, 's'),
    updated: toTime(conversation.updated_at, 's'),
    model: conversation.model || undefined,
    id: conversation.uuid
  })
}
