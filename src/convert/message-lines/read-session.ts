import {account} from '../import/account.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {joinSteps} from '../import/join-steps.ts'
import {listLines} from '../import/list-lines.ts'
import {loseKeys} from '../import/lose-keys.ts'
import type {Importer, Item} from '../import/read-export.ts'
import type {Loss} from '../loss.ts'
import type {Conversation} from '../message.ts'
import {readShape} from '../read-shape.ts'
import {knownKeys, readLine} from './read-line.ts'
import {type MessageLine, messageLineSchema} from './schema.ts'

/** How a session of messages is read. */
export const messageLinesImporter: Importer = {
  list: value => [{value, path: []}],
  read: (item, options) => [readSession(item, options)]
}

/** Keys under which messages hold text. */
const textKeys: ReadonlySet<string> = new Set(
  'arguments content reasoning_content refusal text'.split(' ')
)

/** A line, and where it is. */
interface Placed {
  value: MessageLine
  path: Loss['path']
}

function readSession(
  {value}: Item,
  options: Readonly<ImportOptions>
): Conversation {
  const lines = listLines(value, 'a session of messages', options)
  const all = lines.map(({value, index}) => ({
    value: readShape(messageLineSchema, value, `line ${index} of a session`),
    path: [index]
  }))
  loseKeys(all, knownKeys, options)
  loseKeys(all.flatMap(toMetadata), new Set(['model']), options)
  const names = new Map<string, string>()
  const steps = all.flatMap(({value, path}) =>
    account(value, path, textKeys, options, counted =>
      readLine(value, path, names, counted)
    )
  )
  return {config: {}, messages: joinSteps(steps, options)}
}

function toMetadata({value: {metadata}, path}: Placed): Array<{
  value: Record<string, unknown>
  path: Loss['path']
}> {
  return metadata ? [{value: metadata, path: [...path, 'metadata']}] : []
}
