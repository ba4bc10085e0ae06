import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listLines} from '../import/list-lines.ts'
import type {Importer, Item} from '../import/read-export.ts'
import {toTime} from '../import/to-time.ts'
import type {Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {readMessage} from './read-message.ts'
import {replay} from './replay.ts'
import {geminiCliSessionSchema} from './schema.ts'

const what = 'a session of Gemini CLI'

/** How a session of Gemini CLI is read. */
export const geminiCliImporter: Importer = {
  list: value => [{value, path: []}],
  read: (item, options) => [readSession(item, options)]
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'content description subject text'.split(' ')
)

function readSession(
  {value}: Item,
  options: Readonly<ImportOptions>
): Conversation {
  const session = readShape(
    geminiCliSessionSchema,
    toSession(value, options),
    what
  )
  const steps = session.messages.flatMap((message, index) => {
    const path = ['messages', index]
    return account(message, path, textKeys, options, counted =>
      readMessage(message, path, counted)
    )
  })
  const config = compact({
    title: session.summary || undefined,
    created: toTime(session.startTime, 'ms'),
    updated: toTime(session.lastUpdated, 'ms'),
    id: session.sessionId
  })
  return {config, messages: joinSteps(steps, options)}
}

/** Note: a file of one line may be the object that older versions write. */
function toSession(value: unknown, options: Readonly<ImportOptions>): unknown {
  if (!isArray(value)) return value
  const [first] = value
  const isWhole =
    value.length === 1 && isPlainObject(first) && isArray(first.messages)
  return isWhole ? first : replay(listLines(value, what, options), options)
}
