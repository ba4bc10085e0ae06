import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toJsonText} from '../json-text.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ToolCallPart, ToolResultPart} from '../message.ts'
import type {
  OpenaiTextPart,
  OpenaiToolCall,
  OpenaiToolMessage
} from './types.ts'

/** Write a call; `pairTools` has seen to it that it has an id. */
export function writeCall(part: ToolCallPart): OpenaiToolCall {
  const {name, id = '', input, raw, meta} = part
  if (meta?.type === 'custom' && typeof input === 'string') {
    return {type: 'custom', id, custom: {name, input}}
  }
  const text = raw ?? toJsonText(input === undefined ? {} : input)
  return {type: 'function', id, function: {name, arguments: text}}
}

/** Write a result; whether it failed has no place. */
export function writeResult(
  {id = '', output, error}: ToolResultPart,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): OpenaiToolMessage {
  if (error) {
    const reason =
      'Cannot keep that a tool failed: an OpenAI request has no place for it'
    lose(options, 'extra-dropped', [...path, 'error'], reason)
  }
  return {role: 'tool', tool_call_id: id, content: writeOutput(output)}
}

function writeOutput(output: unknown): OpenaiToolMessage['content'] {
  if (typeof output === 'string') return output
  return isTexts(output) ? output : toJsonText(output)
}

/** Whether an output is text in parts, as OpenAI itself writes it. */
function isTexts(output: unknown): output is Array<OpenaiTextPart> {
  return isArray(output) && output.length > 0 && output.every(isText)
}

function isText(value: unknown): boolean {
  return (
    isPlainObject(value) &&
    value.type === 'text' &&
    typeof value.text === 'string' &&
    Object.keys(value).length === 2
  )
}
