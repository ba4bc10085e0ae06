// In: the lines of a log. Out: a conversation for each branch that is asked for.
// Lines name their parents; a message of the model is in several lines.

import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Link} from '../import/link-messages.ts'
import {linkMessages} from '../import/link-messages.ts'
import type {Line} from '../import/list-lines.ts'
import {listLines} from '../import/list-lines.ts'
import {listText} from '../import/list-text.ts'
import {loseLines} from '../import/lose-lines.ts'
import {createResultMatcher} from '../import/match-results.ts'
import type {MessageReader} from '../import/read-branches.ts'
import {readBranches} from '../import/read-branches.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import type {Conversation} from '../message.ts'
import {joinParallel} from './join-parallel.ts'
import {readLine} from './read-line.ts'
import {straighten} from './straighten.ts'

/** How the log of Claude Code is read. */
export const claudeCodeImporter: Importer = {
  list: value => [{value, path: []}],
  read: readSession
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'content message prompt text thinking'.split(' ')
)

/** Types of lines that hold messages. */
const messageTypes: ReadonlySet<unknown> = new Set([
  'assistant',
  'attachment',
  'system',
  'user'
])

/** Types of lines that hold the title, and the branch that is shown. */
const aboutTypes: ReadonlySet<unknown> = new Set([
  'ai-title',
  'custom-title',
  'last-prompt',
  'summary'
])

function readSession(
  {value}: Item,
  options: Readonly<ImportOptions>
): Array<Conversation> {
  const all = listLines(value, 'a session of Claude Code', options)
  const lines = straighten(all, options)
  const about = lines.filter(({value}) => aboutTypes.has(value.type))
  loseLines(lines.filter(isNoMessage), options)
  const nodes = withoutRepeated(lines.filter(isNode))
  const messages = joinParallel(linkMessages(nodes, toLink))
  const branches = readBranches(
    messages,
    {
      current: findLast(about, 'leafUuid', 'last-prompt'),
      textKeys,
      toPath: ({value}) => [value.index],
      isSaid: ({value}) => messageTypes.has(value.type),
      toMeasured: toMeasured,
      start: readInOrder
    },
    options
  )
  const config = readConfig(lines, about)
  return branches.map(messages => ({config, messages}))
}

function isNoMessage({value}: Line): boolean {
  return !messageTypes.has(value.type) && !aboutTypes.has(value.type)
}

/** Whether others may follow a line; those without an id may say something. */
function isNode({value}: Line): boolean {
  if (aboutTypes.has(value.type)) return false
  return messageTypes.has(value.type) || typeof value.uuid === 'string'
}

/** Leave out lines that are there again, as a session that goes on has them. */
function withoutRepeated(lines: ReadonlyArray<Line>): Array<Line> {
  const seen = new Map<unknown, string>()
  return lines.filter(({value}) => {
    if (typeof value.uuid !== 'string') return true
    const text = listText(value.message).join('\n')
    if (seen.get(value.uuid) === text) return false
    seen.set(value.uuid, text)
    return true
  })
}

function toLink({value}: Line): Link {
  const parent = value.parentUuid ?? value.logicalParentUuid
  return {
    key: toText(value.uuid) || undefined,
    parent: toText(parent) || undefined,
    // Note: the work of a sub-agent is no newer branch.
    time: value.isSidechain === true ? undefined : toMilliseconds(value)
  }
}

function toMilliseconds({timestamp}: Line['value']): number | undefined {
  return Date.parse(toText(timestamp)) || undefined
}

function toMeasured({value}: Line): unknown {
  if (value.type === 'attachment') return value.attachment
  return messageTypes.has(value.type) ? (value.message ?? value) : undefined
}

function readInOrder(): ReturnType<MessageReader<Line>['start']> {
  const matcher = createResultMatcher()
  return ({value}, path, options) => readLine(value, path, matcher, options)
}

function readConfig(
  lines: ReadonlyArray<Line>,
  about: ReadonlyArray<Line>
): Conversation['config'] {
  const times = lines.flatMap(({value}) => toTime(value.timestamp, 'ms') ?? [])
  const ids = lines.flatMap(({value}) => toText(value.sessionId) || [])
  return compact({
    title:
      findLast(about, 'customTitle', 'custom-title') ??
      findLast(about, 'aiTitle', 'ai-title') ??
      findLast(about, 'summary', 'summary'),
    created: times[0],
    updated: times[times.length - 1],
    id: ids[0]
  })
}

function findLast(
  about: ReadonlyArray<Line>,
  key: string,
  type: string
): string | undefined {
  const texts = about.flatMap(({value}) =>
    value.type === type ? toText(value[key]) || [] : []
  )
  return texts[texts.length - 1]
}
