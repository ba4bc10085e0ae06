import type {Loss} from '../loss.ts'
import type {Conversation} from '../message.ts'
import type {ImportOptions} from './import-options.ts'
import {assertImportOptions} from './import-options.ts'

/** How an export is read. */
export interface Importer {
  /** Find the conversations, and where they are. */
  list: (value: unknown) => Array<Item>
  /** Read one conversation: itself, or one for each branch. */
  read: (item: Item, options: Readonly<ImportOptions>) => Array<Conversation>
}

/** A conversation in an export, before it is read. */
export interface Item {
  /** The conversation, as it is in the export. */
  value: unknown
  /** Where it is. */
  path: Loss['path']
}

/**
 * Read an export.
 *
 * @throws {TypeError}
 *   If the value, or one of its conversations, has not the shape of the format.
 */
export function readExport(
  value: unknown,
  importer: Importer,
  options: Readonly<ImportOptions> | null | undefined
): Array<Conversation> {
  assertImportOptions(options)
  return importer
    .list(value)
    .flatMap(item => importer.read(item, options ?? {}))
}
