import {compact} from '../compact.ts'
import {fold} from '../fold.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation, ToolResultPart} from '../message.ts'
import {nameResults} from '../name-results.ts'
import {omit} from '../omit.ts'
import {readRole} from '../read-role.ts'
import {readShape} from '../read-shape.ts'
import {readBlocks} from './read-blocks.ts'
import {readCalls} from './read-calls.ts'
import {
  type LangchainInput,
  type LangchainInputData,
  langchainSchema
} from './schema.ts'

type Options = Readonly<LossOptions>
type Path = ReadonlyArray<number | string>

const roles = new Map([
  ['human', 'user'],
  ['ai', 'assistant'],
  ['function', 'tool']
])

const knownKeys = [
  'type',
  'content',
  'role',
  'name',
  'id',
  'additional_kwargs',
  'response_metadata',
  'tool_calls',
  'invalid_tool_calls',
  'tool_call_id',
  'status'
]

/** Read messages of LangChain: stored, serialized, or as plain fields. */
export function readLangchain(
  value: unknown,
  options: Options = {}
): Conversation {
  const shape = readShape(langchainSchema, value, 'messages of LangChain')
  const messages = Array.isArray(shape) ? shape : shape.messages
  const start = Array.isArray(shape) ? [] : ['messages']
  const read = messages.map((message, index) =>
    readMessage(message, [...start, index], options)
  )
  return {config: {}, messages: fold(nameResults(read), options)}
}

function readMessage(
  {type, data}: LangchainInput,
  path: Path,
  options: Options
): ChatMessage {
  const role = toRole(type, data)
  if (role === 'tool') return {role, parts: [readResult(data)]}
  const {name, id, response_metadata: metadata} = data
  const model = metadata?.model_name ?? metadata?.model
  const extra = readExtra(data)
  return {
    role: readRole(role, [...path, 'type'], options),
    parts: [...readBlocks(data), ...readCalls(data)],
    ...compact({name, id}),
    ...(typeof model === 'string' && {model}),
    ...(Object.keys(extra).length > 0 && {extra})
  }
}

function toRole(type: string, data: LangchainInputData): string {
  if (data.additional_kwargs?.__openai_role__ === 'developer') {
    return 'developer'
  }
  const kind = type.replace(/Message(?:Chunk)?$/, '').toLowerCase()
  const isGeneric = kind === 'chat' || kind === 'generic' || kind === ''
  const said = isGeneric ? (data.role ?? '').toLowerCase() : kind
  return roles.get(said) ?? said
}

function readResult(data: LangchainInputData): ToolResultPart {
  const {content, name, tool_call_id: id, status} = data
  return {
    type: 'tool-result',
    name: name ?? '',
    ...(id && {id}),
    output: typeof content === 'string' ? content : toOutput(data),
    ...(status === 'error' && {error: true})
  }
}

/** Blocks of text are one text; others are JSON. */
function toOutput(data: LangchainInputData): unknown {
  const parts = readBlocks(data)
  const texts = parts.flatMap(part => (part.type === 'text' ? [part.text] : []))
  return texts.length === parts.length ? texts.join('\n\n') : parts
}

/** Other data, without the keys of the message itself. */
function readExtra(data: LangchainInputData): Record<string, unknown> {
  const said = omit(data.additional_kwargs ?? {}, [
    '__openai_role__',
    'function_call',
    'reasoning_content',
    'tool_calls'
  ])
  const known = omit(data.response_metadata ?? {}, ['model', 'model_name'])
  return {
    ...omit(data, knownKeys),
    ...(Object.keys(said).length > 0 && {additional_kwargs: said}),
    ...(Object.keys(known).length > 0 && {response_metadata: known})
  }
}
