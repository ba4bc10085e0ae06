import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import {
  assertImportOptions,
  type ImportOptions
} from '../import/import-options.ts'
import {listItems} from '../import/list-items.ts'
import {losePrompts} from './lose-prompts.ts'
import {chatbotUiImporter} from './read-conversation.ts'

/**
 * Read an export of Chatbot UI, of versions 1 to 4.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromChatbotUi(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  assertImportOptions(options)
  losePrompts(value, options ?? {})
  return fromExport(value, chatbotUiImporter, options)
}

/** The export of Chatbot UI. */
export const chatbotUi: Format = {
  id: 'chatbot-ui',
  title: 'export of Chatbot UI',
  kind: 'export',
  detect: isChatbotUi,
  from: fromChatbotUi
}

function isChatbotUi(value: unknown): boolean {
  const [first] = listItems(value, 'history')
  return (
    isPlainObject(first?.value) &&
    Array.isArray(first.value.messages) &&
    isPlainObject(first.value.model) &&
    'prompt' in first.value
  )
}
