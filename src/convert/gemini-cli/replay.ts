import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Line} from '../import/list-lines.ts'
import {toList} from '../import/to-list.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'

/**
 * Make the session that the lines of a log tell of, as Gemini CLI does: a line
 * is a message, a message anew, a change of the data of the session, or
 * the order to forget a message and all after it.
 */
export function replay(
  lines: ReadonlyArray<Line>,
  options: Readonly<LossOptions>
): Record<string, unknown> {
  const about = new Map<string, unknown>()
  const messages = new Map<string, unknown>()
  for (const {value, index} of lines) {
    if (typeof value.$rewindTo === 'string') {
      const count = rewind(messages, value.$rewindTo)
      if (count > 0) {
        const reason = `Cannot keep ${count} messages that were taken back`
        lose(options, 'branch-dropped', [index], reason)
      }
    } else if (typeof value.id === 'string') {
      messages.set(value.id, value)
    } else {
      const entries = Object.entries(
        isPlainObject(value.$set) ? value.$set : value
      )
      for (const [key, one] of entries) about.set(key, one)
    }
  }
  const set = toList(about.get('messages'))
  // Note: the list that is set is the one for the model, which gets shorter at times.
  const all = messages.size > 0 ? [...messages.values()] : set
  loseContext(set, messages, options)
  return {...Object.fromEntries(about), messages: all}
}

/** Forget a message and those after it; all, if there is no such message. */
function rewind(messages: Map<string, unknown>, id: string): number {
  const keys = [...messages.keys()]
  const rest = keys.slice(Math.max(0, keys.indexOf(id)))
  for (const key of rest) messages.delete(key)
  return rest.length
}

/** Report messages that only the model sees, such as a summary. */
function loseContext(
  set: ReadonlyArray<unknown>,
  messages: ReadonlyMap<string, unknown>,
  options: Readonly<LossOptions>
): void {
  if (messages.size === 0) return
  const unseen = set.filter(
    message => isPlainObject(message) && !messages.has(String(message.id))
  )
  if (unseen.length === 0) return
  const reason = `Cannot keep ${unseen.length} messages that only the model sees`
  lose(options, 'hidden-dropped', ['$set', 'messages'], reason)
}
