import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {chatgptImporter} from './read-conversation.ts'

/**
 * Read an export of ChatGPT: the content of `conversations.json`, in one of its
 * shards (`conversations-000.json`), or one conversation.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromChatgptExport(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, chatgptImporter, options)
}

/** The export of ChatGPT. */
export const chatgptExport: Format = {
  id: 'chatgpt-export',
  title: 'export of ChatGPT (conversations.json)',
  kind: 'export',
  files: 'conversations*.json',
  detect: isChatgptExport,
  from: fromChatgptExport
}

function isChatgptExport(value: unknown): boolean {
  const [first] = isArray(value) ? value : [value]
  if (!isPlainObject(first)) return false
  if (isArray(first.conversations)) {
    return isChatgptExport(first.conversations)
  }
  return isPlainObject(first.mapping)
}
