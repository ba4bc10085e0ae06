import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listItems} from '../import/list-items.ts'
import {loseKeys} from '../import/lose-keys.ts'
import {nameItem} from '../import/name-item.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {readParams} from '../import/read-params.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTextParts} from '../import/to-text-parts.ts'
import type {Conversation, Part} from '../message.ts'
import {readShape} from '../read-shape.ts'
import type {ChatbotUiConversation} from './schema.ts'
import {chatbotUiConversationSchema, chatbotUiMessageSchema} from './schema.ts'

/** How an export of Chatbot UI is read. */
export const chatbotUiImporter: Importer = {
  list: value => listItems(value, 'history'),
  read: readConversation
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(['content', 'text'])

/** Keys of messages that are read; the `type` of all is `text`. */
const knownKeys: ReadonlySet<string> = new Set(['content', 'role', 'type'])

function readConversation(
  item: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const what = nameItem(item, 'an export of Chatbot UI')
  const conversation = readShape(chatbotUiConversationSchema, item.value, what)
  const all = conversation.messages.map((value, index) => ({
    value: readShape(
      chatbotUiMessageSchema,
      value,
      `message ${index} of ${what}`
    ),
    path: [...item.path, 'messages', index]
  }))
  loseKeys(all, knownKeys, options)
  const steps = all.flatMap(({value, path}) =>
    account(value, path, textKeys, options, (): Array<Step> => {
      const parts = readContent(value.content)
      return parts.length > 0
        ? [{message: {role: value.role, parts}, path}]
        : []
    })
  )
  const system = toTextParts(conversation.prompt)
  return [
    {
      config: readConfig(conversation),
      messages: [
        ...system.map(part => ({role: 'system', parts: [part]})),
        ...joinSteps(steps, options)
      ]
    }
  ]
}

/** Note: forks of Chatbot UI have contents of other kinds. */
function readContent(content: unknown): Array<Part> {
  if (typeof content === 'string') return toTextParts(content)
  return content == null
    ? []
    : [{type: 'other', kind: 'content', value: content}]
}

function readConfig({
  id,
  model,
  name,
  temperature
}: ChatbotUiConversation): Conversation['config'] {
  return compact({
    title: name || undefined,
    id: id == null ? undefined : String(id),
    ...readParams({model: toText(model?.id), temperature})
  })
}
