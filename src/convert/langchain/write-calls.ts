import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toJsonText} from '../json-text.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part, ToolCallPart} from '../message.ts'
import {omit} from '../omit.ts'
import {pathOf} from '../path-of.ts'
import type {Step} from '../to-steps.ts'
import {name as format} from './name.ts'
import type {LangchainCall, LangchainData} from './types.ts'

type Options = Readonly<LossOptions>

/** Write the calls of a message, which stand beside its content. */
export function writeCalls(
  step: Step,
  options: Options
): Pick<LangchainData, 'invalid_tool_calls' | 'tool_calls'> {
  const {
    message: {parts},
    path
  } = step
  const calls = parts.filter(isCall)
  if (calls.length === 0) return {}
  const last = parts.slice(parts.findIndex(isCall))
  if (!last.every(isCall)) {
    const reason = `Cannot keep the order of parts: ${format} has calls beside the content`
    lose(options, 'parts-joined', [...path, 'parts'], reason)
  }
  parts.forEach((part, index) => {
    if (!isCall(part) || !part.meta) return
    const reason = `Cannot keep \`meta\` of a call: ${format} has no place for it`
    lose(options, 'extra-dropped', [...pathOf(step, index), 'meta'], reason)
  })
  const invalid = calls.filter(call => !toArgs(call)).map(writeInvalid)
  return {
    tool_calls: calls.flatMap(writeCall),
    ...(invalid.length > 0 && {invalid_tool_calls: invalid})
  }
}

function isCall(part: Part): part is ToolCallPart {
  return part.type === 'tool-call'
}

/** Arguments, if they are an object. */
function toArgs({input}: ToolCallPart): Record<string, unknown> | undefined {
  return isPlainObject(input) ? omit(input, []) : undefined
}

function writeCall(call: ToolCallPart): Array<LangchainCall> {
  const args = toArgs(call)
  const {id = '', name} = call
  return args ? [{type: 'tool_call', id, name, args}] : []
}

function writeInvalid({
  id = '',
  name,
  input,
  raw
}: ToolCallPart): NonNullable<LangchainData['invalid_tool_calls']>[number] {
  return {
    type: 'invalid_tool_call',
    id,
    name,
    args: raw ?? toJsonText(input),
    error: 'Expected arguments to be an object'
  }
}
