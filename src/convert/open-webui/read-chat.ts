// In: a chat of Open WebUI, whose messages name their parents. Out: a
// conversation for each branch that is asked for. Answers of several models to
// one question are branches too.

import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {linkMessages} from '../import/link-messages.ts'
import {listItems} from '../import/list-items.ts'
import {nameItem} from '../import/name-item.ts'
import {readBranches} from '../import/read-branches.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {readParams} from '../import/read-params.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readMessage} from './read-message.ts'
import type {OpenWebuiChat, OpenWebuiMessage} from './schema.ts'
import {openWebuiChatSchema, openWebuiMessageSchema} from './schema.ts'

/** How an export of Open WebUI is read. */
export const openWebuiImporter: Importer = {
  list: value => listItems(value, 'chats'),
  read: readChat
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set('content text output'.split(' '))

/** A message, and its key. */
interface Keyed {
  key: string
  message: OpenWebuiMessage
}

function readChat(
  item: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const what = nameItem(item, 'an export of Open WebUI')
  const chat = readShape(openWebuiChatSchema, item.value, what)
  const messages = linkMessages(listMessages(chat, what), toLink)
  const branches = readBranches(
    messages,
    {
      current: chat.chat.history?.currentId,
      textKeys,
      toPath: ({key}) => [...item.path, 'chat', 'history', 'messages', key],
      toMeasured: ({message}) => message,
      start:
        () =>
        ({message}, path, options) =>
          readMessage(message, path, options)
    },
    options
  )
  const {config, system} = readSettings(chat)
  return branches.map(messages => ({
    config,
    messages: [...system, ...messages]
  }))
}

/** List the messages; old chats have no tree of them but a list. */
function listMessages({chat}: OpenWebuiChat, what: string): Array<Keyed> {
  const entries = Object.entries(chat.history?.messages ?? chat.messages ?? {})
  return entries.map(([key, value]) => ({
    key,
    message: readShape(
      openWebuiMessageSchema,
      value,
      `message \`${key}\` of ${what}`
    )
  }))
}

function toLink({key, message}: Keyed): {
  key: string
  parent: string | null | undefined
  time: number | undefined
} {
  const {timestamp} = message
  return {
    key,
    parent: message.parentId,
    time: typeof timestamp === 'number' ? timestamp : undefined
  }
}

function readSettings({
  chat,
  created_at,
  id,
  meta,
  title,
  updated_at
}: OpenWebuiChat): {
  config: Conversation['config']
  system: Array<ChatMessage>
} {
  const params = chat.params ?? {}
  const text = chat.system || toText(params.system)
  const tags = toList(chat.tags ?? meta?.tags).map(tag =>
    isPlainObject(tag) ? toText(tag.name) : toText(tag)
  )
  return {
    config: compact({
      title: title || chat.title || undefined,
      created: toTime(created_at, 's'),
      updated: toTime(updated_at, 's'),
      model: chat.models?.[0] || undefined,
      id,
      tags: tags.length > 0 ? tags : undefined,
      ...readParams(params)
    }),
    system: text === '' ? [] : [{role: 'system', parts: [{type: 'text', text}]}]
  }
}
