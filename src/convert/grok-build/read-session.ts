// In: the lines of a history, in order. Out: one conversation. A line is a
// message, or one step of an answer.

import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listLines} from '../import/list-lines.ts'
import {loseLines} from '../import/lose-lines.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toText} from '../import/to-text.ts'
import type {Conversation} from '../message.ts'
import {readLine} from './read-line.ts'

/** How the history of Grok Build is read. */
export const grokBuildImporter: Importer = {
  list: value => [{value, path: []}],
  read: (item, options) => [readSession(item, options)]
}

/** Keys under which lines hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'arguments content query summary text'.split(' ')
)

/** Types of lines that say something. */
const messageTypes: ReadonlySet<unknown> = new Set([
  'assistant',
  'backend_tool_call',
  'reasoning',
  'system',
  'tool_result',
  'user'
])

function readSession(
  {value}: Item,
  options: Readonly<ImportOptions>
): Conversation {
  const lines = listLines(value, 'a session of Grok Build', options)
  const messages = lines.filter(({value}) => messageTypes.has(value.type))
  loseLines(
    lines.filter(({value}) => !messageTypes.has(value.type)),
    options
  )
  const names = new Map<string, string>()
  const steps = messages.flatMap(({value, index}) =>
    account(value, [index], textKeys, options, counted =>
      readLine(value, [index], names, counted)
    )
  )
  const models = messages.flatMap(({value}) => toText(value.model_id) || [])
  return {
    config: compact({model: models[models.length - 1]}),
    messages: joinSteps(steps, options)
  }
}
