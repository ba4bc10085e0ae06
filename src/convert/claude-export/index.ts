import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {listItems} from '../import/list-items.ts'
import type {Item} from '../import/read-export.ts'
import type {Conversation} from '../message.ts'
import {readConversation} from './read-conversation.ts'
import {readProject} from './read-project.ts'

/**
 * Read an export of Claude: `conversations.json`, one conversation, or a
 * project, whose documents are the files of one turn.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromClaudeExport(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, claudeImporter, options)
}

/** How the export of Claude is read. */
export const claudeImporter = {
  list: (value: unknown): Array<Item> => listItems(value, 'conversations'),
  read: readItem
}

/** The export of Claude. */
export const claudeExport: Format = {
  id: 'claude-export',
  title: 'export of Claude (conversations.json)',
  kind: 'export',
  files: 'conversations*.json',
  detect: isClaudeExport,
  from: fromClaudeExport
}

function readItem(
  item: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  return isProject(item.value)
    ? [readProject(item)]
    : readConversation(item, options)
}

function isClaudeExport(value: unknown): boolean {
  const [first] = listItems(value, 'conversations')
  return isConversation(first?.value) || isProject(first?.value)
}

function isConversation(value: unknown): boolean {
  return isPlainObject(value) && Array.isArray(value.chat_messages)
}

function isProject(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    Array.isArray(value.docs) &&
    'prompt_template' in value
  )
}
