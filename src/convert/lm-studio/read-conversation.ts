import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listItems} from '../import/list-items.ts'
import {createResultMatcher} from '../import/match-results.ts'
import {nameItem} from '../import/name-item.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss, LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readVersion} from './read-version.ts'
import type {LmStudioMessage} from './schema.ts'
import {lmStudioSchema} from './schema.ts'

/** How a conversation of LM Studio is read. */
export const lmStudioImporter: Importer = {
  list: value => listItems(value, 'conversations'),
  read: (item, options) => [readConversation(item, options)]
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set('content text'.split(' '))

function readConversation(
  item: Item,
  options: Readonly<ImportOptions>
): Conversation {
  const what = nameItem(item, 'a conversation of LM Studio')
  const conversation = readShape(lmStudioSchema, item.value, what)
  const matcher = createResultMatcher()
  const steps = conversation.messages.flatMap((message, index) => {
    const path = [...item.path, 'messages', index]
    const version = choose(message, path, options)
    return account(version, path, textKeys, options, counted =>
      readVersion(version, path, matcher, counted)
    )
  })
  const text = conversation.systemPrompt ?? ''
  const system: Array<ChatMessage> =
    text === '' ? [] : [{role: 'system', parts: [{type: 'text', text}]}]
  const config = compact({
    title: conversation.name || undefined,
    created: toTime(conversation.createdAt, 'ms'),
    model: conversation.lastUsedModel?.identifier || undefined
  })
  return {config, messages: [...system, ...joinSteps(steps, options)]}
}

/** Choose the version that is shown; others have nothing that follows them. */
function choose(
  {currentlySelected, versions}: LmStudioMessage,
  path: Loss['path'],
  options: Readonly<LossOptions>
): Record<string, unknown> {
  const count = versions.length - 1
  if (count > 0) {
    const reason = `Cannot keep ${count} other versions of a message, only the one that is shown`
    lose(options, 'branch-dropped', [...path, 'versions'], reason)
  }
  return versions[currentlySelected ?? 0] ?? versions[0] ?? {}
}
