// Comes in: messages whose tool calls and results may lack ids and names.
// Goes out: the same messages, in which each call has an id and each result
// names its call. It makes ids by position, so they are the same on every run.

import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'
import type {
  ChatMessage,
  Part,
  ToolCallPart,
  ToolResultPart
} from './message.ts'

/** Options of `pairTools`. */
export interface PairOptions extends LossOptions {
  /** Whether a format takes an id as it is (default: it takes each). */
  isId?: ((id: string) => boolean) | undefined
  /** Make the id of the call of this number (default: `call_` and the number). */
  makeId?: ((number: number) => string) | undefined
}

interface State {
  options: PairOptions
  taken: Set<string>
  count: number
  open: Set<OpenCall>
  byId: Map<string, OpenCall>
  byName: Map<string, Queue>
}

interface Queue {
  calls: Array<OpenCall>
  next: number
}

interface OpenCall {
  id: string
  name: string
  path: Array<number | string>
}

/** Give each call an id and each result the id and name of its call. */
export function pairTools(
  messages: ReadonlyArray<ChatMessage>,
  options: PairOptions
): Array<ChatMessage> {
  const state: State = {
    options,
    taken: new Set(listIds(messages)),
    count: 0,
    open: new Set(),
    byId: new Map(),
    byName: new Map()
  }
  const paired = messages.map((message, index) => ({
    ...message,
    parts: message.parts.map((part, place) =>
      pair(part, ['messages', index, 'parts', place], state)
    )
  }))
  for (const {name, path} of state.open) {
    const reason = `Missing the result of the call of \`${name}\`: most APIs refuse a call without one`
    lose(options, 'tool-unanswered', path, reason)
  }
  return paired
}

function listIds(messages: ReadonlyArray<ChatMessage>): Array<string> {
  return messages.flatMap(({parts}) =>
    parts.flatMap(part =>
      (part.type === 'tool-call' || part.type === 'tool-result') && part.id
        ? [part.id]
        : []
    )
  )
}

function pair(part: Part, path: OpenCall['path'], state: State): Part {
  if (part.type === 'tool-call') return pairCall(part, path, state)
  if (part.type === 'tool-result') return pairResult(part, path, state)
  return part
}

function pairCall(
  part: ToolCallPart,
  path: OpenCall['path'],
  state: State
): ToolCallPart {
  const id = toId(part.id, part.name, path, state)
  const call: OpenCall = {id, name: part.name, path}
  state.open.add(call)
  state.byId.set(part.id ?? id, call)
  const queue = state.byName.get(part.name)
  if (queue) queue.calls.push(call)
  else state.byName.set(part.name, {calls: [call], next: 0})
  return {...part, id}
}

function pairResult(
  part: ToolResultPart,
  path: OpenCall['path'],
  state: State
): ToolResultPart {
  const call = findCall(part, state)
  if (!call) return {...part, id: toId(part.id, part.name, path, state)}
  state.open.delete(call)
  return {...part, id: call.id, name: part.name || call.name}
}

function findCall(part: ToolResultPart, state: State): OpenCall | undefined {
  if (part.id !== undefined) return state.byId.get(part.id)
  if (part.name === '') return state.open.values().next().value
  const queue = state.byName.get(part.name)
  return queue && takeOpen(queue, state.open)
}

/** Take the first call that has no result yet; each is looked at once. */
function takeOpen(queue: Queue, open: Set<OpenCall>): OpenCall | undefined {
  while (queue.next < queue.calls.length) {
    const call = queue.calls[queue.next++]
    if (call && open.has(call)) return call
  }
  return undefined
}

/** The id itself, if a format takes it; a new one else. */
function toId(
  id: string | undefined,
  name: string,
  path: OpenCall['path'],
  state: State
): string {
  const {isId, makeId = number => `call_${number}`} = state.options
  if (id && (!isId || isId(id))) return id
  let made: string
  do made = makeId(++state.count)
  while (state.taken.has(made))
  state.taken.add(made)
  const reason = id
    ? `Cannot keep the id \`${id}\` of a tool call: it is \`${made}\` here`
    : `Missing the id of \`${name}\`: it is \`${made}\` here`
  lose(state.options, 'tool-id-made', path, reason)
  return made
}
