import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {readItem} from '../import/read-item.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {isContext} from './is-context.ts'

type Value = Record<string, unknown>

/** Data of lines about those after them. */
export interface Session {
  /** Identifier of the session. */
  id?: string | undefined
  /** Model that answers from here on. */
  model?: string | undefined
  /** The first instruction of the model. */
  instructions?: string | undefined
  /** Names of tools by the ids of their calls. */
  names: Map<string, string>
}

/** Read a line: an item, or data about those after it. */
export function readLine(
  {type, timestamp, payload}: Value,
  path: Loss['path'],
  session: Session,
  options: Readonly<ImportOptions>
): Array<Step> {
  const value = isPlainObject(payload) ? payload : {}
  switch (type) {
    case 'session_meta':
      readMeta(value, path, session, options)
      return []
    case 'turn_context':
      session.model = toText(value.model) || session.model
      return []
    case 'response_item':
      return readResponse(
        value,
        toTime(timestamp, 'ms'),
        path,
        session,
        options
      )
    default: {
      const reason = `Cannot keep a line of type \`${String(type)}\`: it is no message`
      lose(options, 'hidden-dropped', path, reason)
      return []
    }
  }
}

function readMeta(
  value: Value,
  path: Loss['path'],
  session: Session,
  options: Readonly<ImportOptions>
): void {
  const {base_instructions: base, instructions} = value
  session.id ??= toText(value.id)
  session.instructions ??= toText(
    isPlainObject(base) ? base.text : instructions
  )
  if (session.instructions === '' || options.hidden) return
  const reason = 'Cannot see instructions of Codex: `hidden: true` keeps them'
  lose(options, 'hidden-dropped', path, reason)
}

function readResponse(
  item: Value,
  time: string | undefined,
  path: Loss['path'],
  session: Session,
  options: Readonly<ImportOptions>
): Array<Step> {
  const role = toRole(item)
  const parts = readItem(item, session.names)
  if (parts.length === 0) return []
  if (isHidden(role, parts) && !options.hidden) {
    const reason =
      'Cannot see a message of Codex itself: `hidden: true` keeps it'
    lose(options, 'hidden-dropped', path, reason)
    return []
  }
  const model = role === 'assistant' ? session.model : undefined
  return [{message: {role, parts, ...compact({model, time})}, path}]
}

/** Who an item is of: a message says, a result is of a tool. */
function toRole({role, type}: Value): string {
  if (typeof role === 'string') return role
  return toText(type).endsWith('_output') ? 'tool' : 'assistant'
}

function isHidden(role: string, parts: ReadonlyArray<Part>): boolean {
  if (role === 'developer' || role === 'system') return true
  return role === 'user' && parts.every(isContext)
}
