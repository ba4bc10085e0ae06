import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Part, ToolCallPart} from '../message.ts'
import {omit} from '../omit.ts'
import {readFileUrl} from '../read-file-url.ts'
import {readRole} from '../read-role.ts'
import {readWeight} from '../read-weight.ts'
import {readCalls, readResults} from './read-tools.ts'
import type {SharegptInputTurn} from './schema.ts'

/** Context of a turn that is read. */
export interface TurnReader {
  /** Reads a text that has places of files. */
  readText: (text: string) => Array<Part>
  /** Options. */
  options: Readonly<LossOptions>
}

type Path = ReadonlyArray<number | string>

const roles = new Map([
  ['human', 'user'],
  ['input', 'user'],
  ['gpt', 'assistant'],
  ['output', 'assistant'],
  ['model', 'assistant'],
  ['bot', 'assistant'],
  ['chatgpt', 'assistant'],
  ['bing', 'assistant'],
  ['bard', 'assistant']
])

const callRoles = ['function_call', 'tool_call']
const resultRoles = ['observation', 'tool', 'function', 'function_response']
const knownKeys = ['from', 'role', 'value', 'content', 'text', 'weight']

/**
 * Read a turn.
 *
 * @param before
 *   Message before it, whose calls an observation answers.
 */
export function readTurn(
  turn: SharegptInputTurn,
  before: ChatMessage | undefined,
  path: Path,
  {readText, options}: TurnReader
): ChatMessage {
  const {value, content, text, weight} = turn
  const said = value ?? content ?? text ?? ''
  const name = (turn.from ?? turn.role ?? '').toLowerCase()
  const extra = omit(turn, knownKeys)
  const own: Pick<ChatMessage, 'extra' | 'weight'> = {
    ...readWeight(weight, path, options),
    ...(Object.keys(extra).length > 0 && {extra})
  }
  if (typeof said === 'string' && callRoles.includes(name)) {
    return {role: 'assistant', parts: readCalls(said, path, options), ...own}
  }
  if (typeof said === 'string' && resultRoles.includes(name)) {
    return {role: 'tool', parts: readResults(said, listCalls(before)), ...own}
  }
  const role = roles.get(name) ?? readRole(name, [...path, 'from'], options)
  return {
    role,
    parts:
      typeof said === 'string'
        ? readText(said)
        : said.map((part, index) => readPart(part, [...path, index], options)),
    ...own
  }
}

function listCalls(message: ChatMessage | undefined): Array<ToolCallPart> {
  return (message?.parts ?? []).filter(
    (part): part is ToolCallPart => part.type === 'tool-call'
  )
}

/** Read a part of the second version of LLaMA-Factory’s own shape. */
function readPart(
  part: unknown,
  path: Path,
  options: Readonly<LossOptions>
): Part {
  const {type, value, text} = isPlainObject(part) ? part : {}
  const said = value ?? text
  if (typeof said === 'string') {
    if (type === 'text') return {type: 'text', text: said}
    const [, kind] = /^(audio|image|video)_url$/.exec(String(type)) ?? []
    if (kind !== undefined) {
      return readFileUrl(said, `${kind}/*`)
    }
  }
  const reason = 'Cannot read a part of an unknown type: it is kept as it is'
  lose(options, 'unknown-part', path, reason)
  return {
    type: 'other',
    kind: typeof type === 'string' ? type : '',
    value: part
  }
}
