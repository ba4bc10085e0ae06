// In: the lines of a log: items of the Responses API, and events that say the
// same for who watches. Out: a conversation of the items; a text of just an event
// is a loss.

import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import type {Line} from '../import/list-lines.ts'
import {listLines} from '../import/list-lines.ts'
import type {Importer, Item} from '../import/read-export.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {loseEvents} from './lose-events.ts'
import type {Session} from './read-line.ts'
import {readLine} from './read-line.ts'

/** How the log of Codex is read. */
export const codexImporter: Importer = {
  list: value => [{value, path: []}],
  read: (item, options) => [readSession(item, options)]
}

/** Keys under which items hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'content message summary text'.split(' ')
)

function readSession(
  {value}: Item,
  options: Readonly<ImportOptions>
): Conversation {
  const lines = listLines(value, 'a session of Codex', options).map(toLine)
  const session: Session = {names: new Map()}
  const steps = lines
    .filter(({value}) => value.type !== 'event_msg')
    .flatMap(
      ({value, index}): Array<Step> =>
        account(toMeasured(value), [index], textKeys, options, counted =>
          readLine(value, [index], session, counted)
        )
    )
  loseEvents(lines, options)
  const messages = joinSteps(steps, options)
  return {
    config: readConfig(lines, session),
    messages: [...readInstructions(session, options), ...messages]
  }
}

function toMeasured({payload, type}: Line['value']): unknown {
  return type === 'response_item' ? payload : undefined
}

/** Note: in old logs a line is an item, and the first one is about the session. */
function toLine({value, index}: Line): Line {
  if ('payload' in value) return {value, index}
  const type = 'instructions' in value ? 'session_meta' : 'response_item'
  return {value: {type, timestamp: value.timestamp, payload: value}, index}
}

function readInstructions(
  {instructions}: Session,
  options: Readonly<ImportOptions>
): Array<ChatMessage> {
  if (!instructions || !options.hidden) return []
  return [{role: 'system', parts: [{type: 'text', text: instructions}]}]
}

function readConfig(
  lines: ReadonlyArray<Line>,
  session: Session
): Conversation['config'] {
  const times = lines.flatMap(({value}) => toTime(value.timestamp, 'ms') ?? [])
  return compact({
    created: times[0],
    updated: times[times.length - 1],
    model: session.model,
    id: toText(session.id) || undefined
  })
}
