// A model may call several tools at once: its message is in several lines, and
// the result of each call follows the line of that call. So the lines fork where
// nobody went back. Here each result follows the whole message and the results
// before it, and the next message follows them all.

import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {Linked} from '../import/link-messages.ts'
import type {Line} from '../import/list-lines.ts'
import {toList} from '../import/to-list.ts'

type Links = Map<string, Linked<Line>>

/** Give results of calls that were made at once new parents. */
export function joinParallel(links: Links): Links {
  const all = [...links.values()]
  const ends = new Map<unknown, string>()
  for (const {key, value} of all) {
    const id = idOf(value)
    if (id !== undefined) ends.set(id, key)
  }
  const forked = findForked(links, ends)
  const chained = new Map<string, unknown>()
  const joined: Links = new Map()
  for (const link of all) {
    const id = parentIdOf(link, links)
    const isChained = forked.has(id) && isResult(link.value)
    joined.set(link.key, isChained ? {...link, parent: ends.get(id)} : link)
    if (!isChained) continue
    chained.set(link.key, id)
    ends.set(id, link.key)
  }
  for (const [key, link] of joined) {
    if (chained.has(key) || link.parent == null) continue
    if (!chained.has(link.parent)) continue
    joined.set(key, {...link, parent: ends.get(chained.get(link.parent))})
  }
  return joined
}

/** Find messages with a result beside one of their lines, and none before one. */
function findForked(
  links: Links,
  ends: ReadonlyMap<unknown, string>
): Set<unknown> {
  const forked = new Set<unknown>()
  const straight = new Set<unknown>()
  for (const link of links.values()) {
    const id = parentIdOf(link, links)
    const isLast = link.parent === ends.get(id)
    if (id !== undefined && isResult(link.value) && !isLast) forked.add(id)
    const parent = links.get(link.parent ?? '')
    const before = parent && parentIdOf(parent, links)
    if (before !== undefined && idOf(link.value) === before)
      straight.add(before)
  }
  return new Set([...forked].filter(id => !straight.has(id)))
}

/** Id of the message of the model that a line follows. */
function parentIdOf({parent}: Linked<Line>, links: Links): string | undefined {
  const line = links.get(parent ?? '')
  return line && idOf(line.value)
}

/** Id of the message of the model that a line is of. */
function idOf({value}: Line): string | undefined {
  const {type, message} = value
  if (type !== 'assistant' || !isPlainObject(message)) return undefined
  return typeof message.id === 'string' ? message.id : undefined
}

/** Whether a line has results of tools. */
function isResult({value}: Line): boolean {
  if (value.type !== 'user' || !isPlainObject(value.message)) return false
  return toList(value.message.content).some(
    block => isPlainObject(block) && block.type === 'tool_result'
  )
}
