import type {Chat} from '../../tree.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Format} from '../format.ts'
import {fromExport} from '../import/from-export.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {listItems} from '../import/list-items.ts'
import {grokImporter} from './read-conversation.ts'

/**
 * Read an export of Grok, such as `prod-grok-backend.json`.
 *
 * @throws {TypeError}
 *   If the value is none, or if the text of a message would vanish.
 */
export function fromGrokExport(
  value: unknown,
  options?: Readonly<ImportOptions> | null
): Array<Chat> {
  return fromExport(value, grokImporter, options)
}

/** The export of Grok. */
export const grokExport: Format = {
  id: 'grok-export',
  title: 'export of Grok',
  kind: 'export',
  detect: isGrok,
  from: fromGrokExport
}

function isGrok(value: unknown): boolean {
  const [first] = listItems(value, 'conversations')
  return (
    isPlainObject(first?.value) &&
    isPlainObject(first.value.conversation) &&
    Array.isArray(first.value.responses)
  )
}
