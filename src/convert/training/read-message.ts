import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Part, ToolCallPart} from '../message.ts'
import {omit} from '../omit.ts'
import {readArguments} from '../read-arguments.ts'
import {readFileUrl} from '../read-file-url.ts'
import {readRole} from '../read-role.ts'
import {readWeight} from '../read-weight.ts'
import type {
  TrainingFunction,
  TrainingInputCall,
  TrainingInputMessage,
  TrainingInputPart
} from './schema.ts'

type Options = Readonly<LossOptions>
type Path = ReadonlyArray<number | string>

const knownKeys = [
  'role',
  'content',
  'name',
  'weight',
  'training',
  'reasoning_content',
  'thinking',
  'refusal',
  'tool_calls',
  'function_call',
  'tool_call_id'
]

/**
 * Read a message.
 *
 * @param images
 *   Images of the row that have no place yet, the last one first.
 */
export function readMessage(
  message: TrainingInputMessage,
  path: Path,
  images: Array<unknown>,
  options: Options
): ChatMessage {
  const role = readRole(message.role, [...path, 'role'], options)
  const extra = omit(message, knownKeys)
  if (role === 'tool' || role === 'function') {
    return {role: 'tool', parts: [readResult(message, images)]}
  }
  const {name, weight, training} = message
  const counts = weight ?? (typeof training === 'boolean' ? +training : null)
  return {
    role,
    parts: readParts(message, images),
    ...(name && {name}),
    ...readWeight(counts, path, options),
    ...(Object.keys(extra).length > 0 && {extra})
  }
}

function readResult(
  {content, name, tool_call_id: id}: TrainingInputMessage,
  images: Array<unknown>
): Part {
  return {
    type: 'tool-result',
    name: name ?? '',
    ...(id && {id}),
    output: typeof content === 'string' ? content : toOutput(content, images)
  }
}

/** Parts of text are one text; others are JSON. */
function toOutput(
  content: Array<TrainingInputPart> | null | undefined,
  images: Array<unknown>
): unknown {
  const parts = (content ?? []).map(part => readPart(part, images))
  const texts = parts.flatMap(part => (part.type === 'text' ? [part.text] : []))
  return texts.length === parts.length ? texts.join('\n\n') : parts
}

function readParts(
  message: TrainingInputMessage,
  images: Array<unknown>
): Array<Part> {
  const {content, refusal, tool_calls, function_call} = message
  const thought = message.reasoning_content ?? message.thinking
  const calls: Array<TrainingInputCall> = [...(tool_calls ?? [])]
  if (function_call) calls.push(function_call)
  return [
    ...toReasoning(thought),
    ...readContent(content, images),
    ...(refusal ? [{type: 'refusal' as const, text: refusal}] : []),
    ...calls.map(readCall)
  ]
}

function toReasoning(text: string | null | undefined): Array<Part> {
  return text ? [{type: 'reasoning', text}] : []
}

function readContent(
  content: TrainingInputMessage['content'],
  images: Array<unknown>
): Array<Part> {
  if (typeof content !== 'string') {
    return (content ?? []).map(part => readPart(part, images))
  }
  return content === '' ? [] : [{type: 'text', text: content}]
}

function readPart(part: TrainingInputPart, images: Array<unknown>): Part {
  if (part.type === 'text') return {type: 'text', text: part.text}
  if (part.type === 'image_url') {
    const {image_url} = part
    return readFileUrl(
      typeof image_url === 'string' ? image_url : image_url.url,
      'image/*'
    )
  }
  if (part.type === 'other') return part
  const source = part.url ?? part.image ?? images.pop()
  if (typeof source === 'string') return readFileUrl(source, 'image/*')
  return {type: 'other', kind: 'image', value: source ?? null}
}

function readCall(call: TrainingInputCall): ToolCallPart {
  const said: TrainingFunction = 'function' in call ? call.function : call
  const id = call.id ?? said.id
  const {name, arguments: input = {}} = said
  return {
    type: 'tool-call',
    name,
    ...(id && {id}),
    ...(typeof input === 'string' ? readArguments(input) : {input})
  }
}
