// In: a list of questions and answers, the newest first. Out: a conversation for
// each thread that the entries name, and one for each entry that names none.

import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {nameItem} from '../import/name-item.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import type {Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readEntry} from './read-entry.ts'
import type {GeminiTakeoutEntry} from './schema.ts'
import {geminiTakeoutEntrySchema} from './schema.ts'

const what = 'an activity of Gemini'

/** How the activity of Gemini is read. */
export const geminiTakeoutImporter: Importer = {list: listThreads, read}

/** Keys under which entries hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'description html title'.split(' ')
)

/** An entry and its index. */
interface Entry {
  value: unknown
  index: number
}

/** Group the entries by thread; the oldest entry is the first. */
function listThreads(value: unknown): Array<Item> {
  const list: unknown = isPlainObject(value) ? [value] : value
  if (!isArray(list)) {
    throw new TypeError(`Expected a list of entries as ${what}`)
  }
  const threads = new Map<string, Array<Entry>>()
  for (let index = list.length - 1; index >= 0; index--) {
    const entry: Entry = {value: list[index], index}
    const key = findThread(entry.value) ?? `#${index}`
    const thread = threads.get(key)
    if (thread) thread.push(entry)
    else threads.set(key, [entry])
  }
  return [...threads.values()].map(entries => ({value: entries, path: []}))
}

/** Find the thread of an entry: the end of its address. */
function findThread(value: unknown): string | undefined {
  const url = isPlainObject(value) ? toText(value.titleUrl) : ''
  return /\/app\/(?:c\/)?([^/?#]+)/.exec(url)?.[1]
}

function read(
  {value}: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  // A cast, since `listThreads` made the items.
  const entries = (value as Array<Entry>).map(({value, index}) => ({
    index,
    entry: readShape(
      geminiTakeoutEntrySchema,
      value,
      nameItem({value, path: [index]}, what)
    )
  }))
  const steps = entries.flatMap(({entry, index}) =>
    account(entry, [index], textKeys, options, counted =>
      readEntry(entry, [index], counted)
    )
  )
  const config = readConfig(entries.map(({entry}) => entry))
  return [{config, messages: joinSteps(steps, options)}]
}

function readConfig(
  entries: ReadonlyArray<GeminiTakeoutEntry>
): Conversation['config'] {
  const times = entries.flatMap(({time}) => toTime(time, 's') ?? [])
  return compact({
    created: times[0],
    updated: times[times.length - 1],
    id: findThread(entries[0])
  })
}
