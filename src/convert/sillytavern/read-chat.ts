// In: the lines of a chat, of which the first says who talks. Out: a
// conversation. Other answers to the same message (swipes) have nothing that
// follows them, so they make no chats of their own.

import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listLines} from '../import/list-lines.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toText} from '../import/to-text.ts'
import type {Conversation} from '../message.ts'
import {readLine} from './read-line.ts'
import {toSendTime} from './to-send-time.ts'

/** How a chat of SillyTavern is read. */
export const sillytavernImporter: Importer = {
  list: value => [{value, path: []}],
  read: (item, options) => [readChat(item, options)]
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(['mes', 'reasoning'])

function readChat(
  {value}: Item,
  options: Readonly<ImportOptions>
): Conversation {
  const lines = listLines(value, 'a chat of SillyTavern', options)
  const head = lines.find(({value}) => 'user_name' in value)
  const steps = lines
    .filter(line => line !== head)
    .flatMap(({value, index}) => {
      const {swipes: _, ...shown} = value
      return account(shown, [index], textKeys, options, counted =>
        readLine(value, [index], counted)
      )
    })
  const config = compact({
    title: toText(head?.value.character_name) || undefined,
    created: toSendTime(head?.value.create_date)
  })
  return {config, messages: joinSteps(steps, options)}
}
