import type {Chat} from '../../tree.ts'
import {fromMessages} from '../from-messages.ts'
import type {Conversation} from '../message.ts'
import type {ImportOptions} from './import-options.ts'
import type {Importer} from './read-export.ts'
import {readExport} from './read-export.ts'

/** Read an export: a chat for each conversation, in order. */
export function fromExport(
  value: unknown,
  importer: Importer,
  options: Readonly<ImportOptions> | null | undefined
): Array<Chat> {
  return readExport(value, importer, options).map(conversation =>
    toChat(conversation, options)
  )
}

function toChat(
  {config, messages}: Conversation,
  options: Readonly<ImportOptions> | null | undefined
): Chat {
  return fromMessages(messages, {...options, config})
}
