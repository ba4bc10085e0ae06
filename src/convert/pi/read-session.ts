// In: the lines of a session. Out: a conversation for each branch that is asked
// for. Each entry names its parent, also those that are no messages.

import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Link} from '../import/link-messages.ts'
import {linkMessages} from '../import/link-messages.ts'
import type {Line} from '../import/list-lines.ts'
import {listLines} from '../import/list-lines.ts'
import {loseLines} from '../import/lose-lines.ts'
import {readBranches} from '../import/read-branches.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import type {Conversation} from '../message.ts'
import {readEntry} from './read-entry.ts'

/** How the session of pi is read. */
export const piImporter: Importer = {
  list: value => [{value, path: []}],
  read: readSession
}

/** Keys under which entries hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'command content errorMessage message output summary text thinking'.split(' ')
)

/** Types of entries that say something. */
const messageTypes: ReadonlySet<unknown> = new Set([
  'branch_summary',
  'compaction',
  'custom_message',
  'message'
])

/** Types of lines about the session itself. */
const aboutTypes: ReadonlySet<unknown> = new Set(['session', 'session_info'])

function readSession(
  {value}: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const lines = listLines(value, 'a session of pi', options)
  const entries = lines.filter(({value}) => value.type !== 'session')
  loseLines(entries.filter(isOther), options)
  const branches = readBranches(
    linkMessages(entries, toLink),
    {
      textKeys,
      toPath: ({value}) => [value.index],
      isSaid: ({value}) => messageTypes.has(value.type),
      toMeasured: ({value}) =>
        messageTypes.has(value.type) ? value : undefined,
      start:
        () =>
        ({value}, path, options) =>
          readEntry(value, path, options)
    },
    options
  )
  const config = readConfig(lines)
  return branches.map(messages => ({config, messages}))
}

function isOther({value: {type}}: Line): boolean {
  return !messageTypes.has(type) && !aboutTypes.has(type)
}

function toLink({value}: Line): Link {
  return {
    key: toText(value.id) || undefined,
    parent: toText(value.parentId) || undefined,
    time: Date.parse(toText(value.timestamp)) || undefined
  }
}

function readConfig(lines: ReadonlyArray<Line>): Conversation['config'] {
  const times = lines.flatMap(({value}) => toTime(value.timestamp, 'ms') ?? [])
  const about = lines.filter(({value}) => aboutTypes.has(value.type))
  const names = about.flatMap(({value}) => toText(value.name) || [])
  const head = about.find(({value}) => value.type === 'session')
  return compact({
    title: names[names.length - 1],
    created: times[0],
    updated: times[times.length - 1],
    id: toText(head?.value.id) || undefined
  })
}
