// In: one conversation, whose messages name their parents. Out: a conversation
// for each branch that is asked for; every message on others is a loss.

import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import {findBranches} from '../import/find-branches.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listItems} from '../import/list-items.ts'
import {loseBranches} from '../import/lose-branches.ts'
import {nameItem} from '../import/name-item.ts'
import type {Importer, Item} from '../import/read-export.ts'
import type {Step} from '../import/step.ts'
import {toTime} from '../import/to-time.ts'
import type {Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import type {Progress} from './progress.ts'
import {readContent} from './read-content.ts'
import {readMessage} from './read-message.ts'
import type {
  ChatgptConversation,
  ChatgptMessage,
  ChatgptNode
} from './schema.ts'
import {chatgptConversationSchema, chatgptNodeSchema} from './schema.ts'

/** How the export of ChatGPT is read. */
export const chatgptImporter: Importer = {
  list: value => listItems(value, 'conversations'),
  read: readConversation
}

/** A node, and what branches are found by. */
interface TimedNode {
  message: ChatgptMessage | null | undefined
  parent: string | null | undefined
  time: number | undefined
}

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
  const {taken, dropped} = findBranches(
    nodes,
    conversation.current_node,
    options.branches === 'all'
  )
  const path = [...item.path, 'mapping']
  loseBranches(dropped, path, options, key => hasParts(nodes.get(key)))
  const config = readConfig(conversation)
  const paths = taken.length > 0 ? taken : [[]]
  return paths.map(keys => ({
    config,
    messages: joinSteps(readSteps(keys, nodes, path, options), options)
  }))
}

function readNodes(
  mapping: Record<string, unknown>,
  what: string
): Map<string, TimedNode> {
  const nodes = new Map<string, TimedNode>()
  for (const [key, value] of Object.entries(mapping)) {
    const node: ChatgptNode = readShape(
      chatgptNodeSchema,
      value,
      `node \`${key}\` of ${what}`
    )
    const time = node.message?.create_time
    nodes.set(key, {
      message: node.message,
      parent: node.parent,
      time: typeof time === 'number' ? time : undefined
    })
  }
  return nodes
}

function readSteps(
  keys: ReadonlyArray<string>,
  nodes: ReadonlyMap<string, TimedNode>,
  path: Item['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const progress: Progress = {}
  return keys.flatMap(key => {
    const message = nodes.get(key)?.message
    if (!message) return []
    const place = {key, path: [...path, key, 'message']}
    return account(message.content, place.path, textKeys, options, counted =>
      readMessage(message, place, progress, counted)
    )
  })
}

/** Whether a message says anything. */
function hasParts(node: TimedNode | undefined): boolean {
  const content = node?.message?.content
  return content != null && readContent(content).length > 0
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
