import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {listItems} from '../import/list-items.ts'
import {openWebuiImporter} from './read-chat.ts'

/**
 * Read an export of Open WebUI: all chats, or one.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromOpenWebui(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, openWebuiImporter, options)
}

/** The export of Open WebUI. */
export const openWebui: Format = {
  id: 'open-webui',
  title: 'export of Open WebUI',
  kind: 'export',
  detect: isOpenWebui,
  from: fromOpenWebui
}

function isOpenWebui(value: unknown): boolean {
  const [first] = listItems(value, 'chats')
  return (
    isPlainObject(first?.value) &&
    isPlainObject(first.value.chat) &&
    ('history' in first.value.chat || 'messages' in first.value.chat)
  )
}
