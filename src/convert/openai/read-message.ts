import {compact} from '../compact.ts'
import {dropRest} from '../drop-rest.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Part} from '../message.ts'
import {readCall} from './read-call.ts'
import {readPart} from './read-part.ts'
import type {OpenaiInputMessage} from './schema.ts'

type Options = Readonly<LossOptions> | null | undefined

/** Keys of a message that are read. */
export const openaiMessageKeys: ReadonlyArray<string> = [
  'role',
  'content',
  'name',
  'refusal',
  'reasoning_content',
  'tool_calls',
  'tool_call_id',
  'function_call'
]

/**
 * Read a message.
 *
 * @param names
 *   Names of tools by the ids of their calls, in the messages before.
 */
export function readMessage(
  message: OpenaiInputMessage,
  path: ReadonlyArray<number | string>,
  names: Map<string, string>,
  options: Options
): ChatMessage {
  dropRest(message, openaiMessageKeys, path, options)
  const {role, name} = message
  if (role === 'tool' || role === 'function') {
    return {role: 'tool', parts: [readResult(message, names)]}
  }
  const calls = readCalls(message, path, options)
  for (const {id, name} of calls) if (id !== undefined) names.set(id, name)
  return {
    role,
    parts: [
      ...toText(message.reasoning_content, 'reasoning'),
      ...readContent(message, path, options),
      ...toText(message.refusal, 'refusal'),
      ...calls
    ],
    ...compact({name})
  }
}

/** Read the result of a tool; texts in parts stay as they are. */
function readResult(
  {content, name, tool_call_id}: OpenaiInputMessage,
  names: ReadonlyMap<string, string>
): Part {
  const id = tool_call_id ?? undefined
  return {
    type: 'tool-result',
    name: name ?? names.get(id ?? '') ?? '',
    ...(id !== undefined && {id}),
    output: content ?? ''
  }
}

function readContent(
  {content}: OpenaiInputMessage,
  path: ReadonlyArray<number | string>,
  options: Options
): Array<Part> {
  if (typeof content === 'string') return toText(content, 'text')
  return (content ?? []).map((part, index) =>
    readPart(part, [...path, 'content', index], options)
  )
}

function toText(
  text: string | null | undefined,
  type: 'reasoning' | 'refusal' | 'text'
): Array<Part> {
  return text ? [{type, text}] : []
}

function readCalls(
  {tool_calls, function_call}: OpenaiInputMessage,
  path: ReadonlyArray<number | string>,
  options: Options
): Array<Extract<Part, {type: 'tool-call'}>> {
  const calls = (tool_calls ?? []).flatMap((call, index) =>
    readCall(call, [...path, 'tool_calls', index], options)
  )
  if (!function_call) return calls
  const old = {function: function_call}
  return [...calls, ...readCall(old, [...path, 'function_call'], options)]
}
