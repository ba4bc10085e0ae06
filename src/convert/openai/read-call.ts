import {dropRest} from '../drop-rest.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ToolCallPart} from '../message.ts'
import {readArguments} from '../read-arguments.ts'
import type {OpenaiInputCall} from './schema.ts'

/** Read a call; one of neither kind is a loss. */
export function readCall(
  call: Partial<OpenaiInputCall>,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): Array<ToolCallPart> {
  dropRest(call, ['id', 'type', 'index', 'function', 'custom'], path, options)
  const id = call.id ? {id: call.id} : {}
  if (call.custom) {
    const {name, input} = call.custom
    return [{type: 'tool-call', name, ...id, input, meta: {type: 'custom'}}]
  }
  if (!call.function) {
    const reason = 'Cannot keep a call that is of no function and no tool'
    lose(options, 'unknown-part', path, reason)
    return []
  }
  const {name, arguments: input} = call.function
  // Note: OpenAI has a string there; some servers have an object.
  const read = typeof input === 'string' ? readArguments(input) : {input}
  return [{type: 'tool-call', name, ...id, ...read}]
}
