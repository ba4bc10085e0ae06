import type {Metadata} from '../drop-metadata.ts'
import {dropRest} from '../drop-rest.ts'
import {toJsonText} from '../json-text.ts'
import {listResults} from '../list-results.ts'
import {lose} from '../lose.ts'
import {loseRaw} from '../lose-raw.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, ToolCallPart, ToolResultPart} from '../message.ts'
import {pathOf} from '../path-of.ts'
import type {Step} from '../to-steps.ts'
import type {TrainingStyle} from './style.ts'
import type {TrainingCall, TrainingMessage} from './types.ts'
import {writeTrainingContent} from './write-content.ts'

type Options = Readonly<LossOptions>
type Path = ReadonlyArray<number | string>

/** Write a message; each result of a tool is one of its own. */
export function writeStep(
  step: Step,
  style: TrainingStyle,
  options: Options
): Array<TrainingMessage> {
  const {message, path} = step
  const results = style.tools ? listResults(step) : []
  if (results.length > 0) {
    return results.map((part, index) =>
      writeResult(part, pathOf(step, index), style, options)
    )
  }
  const role = toRole(message.role, path, style, options)
  return [
    {
      role,
      content: writeTrainingContent(step, style, options),
      ...writeMetadata(message, style),
      ...(style.tools && role === 'assistant' && writeOwn(step, style, options))
    }
  ]
}

/** Name the data of a message that a style has a place for. */
export function toKept(
  {role}: ChatMessage,
  style: TrainingStyle
): Array<Metadata> {
  const kept: Array<Metadata> = []
  if (style.name && role !== 'tool') kept.push('name')
  if (style.weight?.includes(role)) kept.push('weight')
  return kept
}

function writeMetadata(
  message: ChatMessage,
  style: TrainingStyle
): Pick<TrainingMessage, 'name' | 'weight'> {
  const kept = toKept(message, style)
  const {name, weight} = message
  return {
    ...(name !== undefined && kept.includes('name') && {name}),
    ...(weight !== undefined && kept.includes('weight') && {weight})
  }
}

function toRole(
  role: string,
  path: Path,
  {roles, title}: TrainingStyle,
  options: Options
): string {
  if (!roles || roles.includes(role)) return role
  const other = role === 'developer' ? 'system' : 'user'
  const reason = `Cannot keep the role \`${role}\`: ${title} has no such one, so it is \`${other}\``
  lose(options, 'role-changed', [...path, 'role'], reason)
  return other
}

function writeResult(
  {id = '', name, output, error}: ToolResultPart,
  path: Path,
  {resultName, title}: TrainingStyle,
  options: Options
): TrainingMessage {
  if (error) {
    const reason = `Cannot keep that a call failed: ${title} has the text alone`
    lose(options, 'extra-dropped', [...path, 'error'], reason)
  }
  return {
    role: 'tool',
    ...(resultName && name !== '' && {name}),
    tool_call_id: id,
    content: typeof output === 'string' ? output : toJsonText(output)
  }
}

/** Write the keys that only an assistant has: thoughts and calls. */
function writeOwn(
  step: Step,
  style: TrainingStyle,
  options: Options
): Omit<TrainingMessage, 'content' | 'role'> {
  const {parts} = step.message
  const calls = parts.flatMap((part, index) =>
    part.type === 'tool-call'
      ? [writeCall(part, pathOf(step, index), style, options)]
      : []
  )
  const thoughts = parts.flatMap((part, index) => {
    if (part.type !== 'reasoning') return []
    dropRest(part.meta ?? {}, [], [...pathOf(step, index), 'meta'], options)
    return part.text === '' ? [] : [part.text]
  })
  return {
    ...(style.reasoning &&
      thoughts.length > 0 && {[style.reasoning]: thoughts.join('\n\n')}),
    ...(calls.length > 0 && {tool_calls: calls})
  }
}

function writeCall(
  part: ToolCallPart,
  path: Path,
  style: TrainingStyle,
  options: Options
): TrainingCall {
  const {id = '', name, input, raw, meta = {}} = part
  if (style.arguments === 'object') loseRaw(part, path, options)
  dropRest(meta, [], [...path, 'meta'], options)
  return {
    id,
    type: 'function',
    function: {
      name,
      arguments:
        style.arguments === 'object' ? input : (raw ?? toJsonText(input))
    }
  }
}
