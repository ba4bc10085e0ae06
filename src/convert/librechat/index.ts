import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {listItems} from '../import/list-items.ts'
import {librechatImporter} from './read-conversation.ts'

/**
 * Read an export of LibreChat: a conversation, with branches or without.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromLibrechat(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, librechatImporter, options)
}

/** The export of LibreChat. */
export const librechat: Format = {
  id: 'librechat',
  title: 'export of LibreChat',
  kind: 'export',
  detect: isLibrechat,
  from: fromLibrechat
}

function isLibrechat(value: unknown): boolean {
  const [first] = listItems(value, 'conversations')
  return (
    isPlainObject(first?.value) &&
    'conversationId' in first.value &&
    ('messages' in first.value || 'messagesTree' in first.value)
  )
}
