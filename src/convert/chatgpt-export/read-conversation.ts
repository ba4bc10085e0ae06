// In: one conversation, whose messages name their parents. Out: a conversation
// for each branch that is asked for; every message on others is a loss.

import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Linked} from '../import/link-messages.ts'
import {listItems} from '../import/list-items.ts'
import {nameItem} from '../import/name-item.ts'
import type {MessageReader} from '../import/read-branches.ts'
import {readBranches} from '../import/read-branches.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toTime} from '../import/to-time.ts'
import type {Conversation, Part} from '../message.ts'
import {readShape} from '../read-shape.ts'
import type {Progress} from './progress.ts'
import {readContent} from './read-content.ts'
import {readMessage} from './read-message.ts'
import type {ChatgptConversation, ChatgptMessage} from './schema.ts'
import {chatgptConversationSchema, chatgptNodeSchema} from './schema.ts'

/** How the export of ChatGPT is read. */
export const chatgptImporter: Importer = {
  list: value => listItems(value, 'conversations'),
  read: readConversation
}

type Message = ChatgptMessage | null | undefined

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'content parts result summary text thoughts title'.split(' ')
)

function readConversation(
  item: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const what = nameItem(item, 'an export of ChatGPT')
  const conversation = readShape(chatgptConversationSchema, item.value, what)
  const nodes = readNodes(conversation.mapping ?? {}, what)
  const branches = readBranches<Message>(
    nodes,
    {
      current: conversation.current_node,
      textKeys,
      toPath: ({key}) => [...item.path, 'mapping', key, 'message'],
      isSaid: message => readSaid(message).length > 0,
      toMeasured: message => message?.content,
      start: readInOrder
    },
    options
  )
  const config = readConfig(conversation)
  return branches.map(messages => ({config, messages}))
}

function readNodes(
  mapping: Record<string, unknown>,
  what: string
): Map<string, Linked<Message>> {
  const nodes = new Map<string, Linked<Message>>()
  for (const [key, value] of Object.entries(mapping)) {
    const name = `node \`${key}\` of ${what}`
    const {message, parent} = readShape(chatgptNodeSchema, value, name)
    const time = Number(message?.create_time ?? Number.NaN)
    const index = nodes.size
    nodes.set(key, {
      key,
      index,
      parent,
      value: message && {...message, id: message.id ?? key},
      ...(Number.isFinite(time) && {time})
    })
  }
  return nodes
}

function readSaid(message: Message): Array<Part> {
  return message?.content ? readContent(message.content) : []
}

function readInOrder(): ReturnType<MessageReader<Message>['start']> {
  const progress: Progress = {}
  return (message, path, options) =>
    message ? readMessage(message, path, progress, options) : []
}

function readConfig(conversation: ChatgptConversation): Conversation['config'] {
  return compact({
    title: conversation.title,
    created: toTime(conversation.create_time, 's'),
    updated: toTime(conversation.update_time, 's'),
    model: conversation.default_model_slug || undefined,
    id: conversation.conversation_id ?? conversation.id
  })
}
