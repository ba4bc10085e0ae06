// In: a conversation of Grok, whose messages name their parents. Out: a
// conversation for each branch that is asked for. The export does not say which
// branch is shown: the newest is taken.

import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {linkMessages} from '../import/link-messages.ts'
import {listItems} from '../import/list-items.ts'
import {loseKeys} from '../import/lose-keys.ts'
import {nameItem} from '../import/name-item.ts'
import {readBranches} from '../import/read-branches.ts'
import type {Importer, Item} from '../import/read-export.ts'
import type {Loss} from '../loss.ts'
import type {Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readResponse} from './read-response.ts'
import type {GrokResponse} from './schema.ts'
import {grokConversationSchema, grokResponseSchema} from './schema.ts'
import {toGrokTime} from './to-grok-time.ts'

/** How an export of Grok is read. */
export const grokImporter: Importer = {
  list: value => listItems(value, 'conversations'),
  read: readConversation
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(['message'])

/** Keys of messages that are read, or that say only where they stand. */
const knownKeys: ReadonlySet<string> = new Set(
  '_id conversation_id create_time file_attachments message model parent_response_id sender'.split(
    ' '
  )
)

function readConversation(
  item: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const what = nameItem(item, 'an export of Grok')
  const {conversation, responses} = readShape(
    grokConversationSchema,
    item.value,
    what
  )
  const all = (responses ?? []).map(({response}, index) => ({
    value: readShape(
      grokResponseSchema,
      response,
      `response ${index} of ${what}`
    ),
    path: toPath(item, index)
  }))
  loseKeys(all, knownKeys, options)
  const branches = readBranches<GrokResponse>(
    linkMessages(
      all.map(({value}) => value),
      response => ({
        key: response._id,
        parent: response.parent_response_id,
        time: Date.parse(toGrokTime(response.create_time) ?? '') || undefined
      })
    ),
    {
      textKeys,
      toPath: ({index}) => toPath(item, index),
      start: () => readResponse
    },
    options
  )
  const config = compact({
    title: conversation.title || undefined,
    created: toGrokTime(conversation.create_time),
    updated: toGrokTime(conversation.modify_time),
    id: conversation.id
  })
  return branches.map(messages => ({config, messages}))
}

function toPath(item: Item, index: number): Loss['path'] {
  return [...item.path, 'responses', index, 'response']
}
