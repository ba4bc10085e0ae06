import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {ToolCallPart} from '../message.ts'
import {readArguments} from '../read-arguments.ts'
import type {LangchainInputCall, LangchainInputData} from './schema.ts'

/** Read the calls of a message, which old ones have as OpenAI has them. */
export function readCalls(data: LangchainInputData): Array<ToolCallPart> {
  const {tool_calls, invalid_tool_calls, additional_kwargs: said} = data
  const calls = [...(tool_calls ?? []), ...(invalid_tool_calls ?? [])]
  if (calls.length > 0) return calls.map(readCall)
  const {tool_calls: listed, function_call: single} = said ?? {}
  if (isArray(listed)) return listed.flatMap(readOld)
  return single === undefined ? [] : readOld({function: single})
}

function readCall({id, name, args = {}}: LangchainInputCall): ToolCallPart {
  return {
    type: 'tool-call',
    name: name ?? '',
    ...(id && {id}),
    ...(typeof args === 'string' ? readArguments(args) : {input: args})
  }
}

function readOld(call: unknown): Array<ToolCallPart> {
  if (!isPlainObject(call) || !isPlainObject(call.function)) return []
  const {id} = call
  const {name, arguments: args} = call.function
  if (typeof name !== 'string') return []
  return [readCall({name, args, ...(typeof id === 'string' && {id})})]
}
