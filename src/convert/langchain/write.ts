import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {dropRest} from '../drop-rest.ts'
import {toJsonText} from '../json-text.ts'
import {listResults} from '../list-results.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation, ToolResultPart} from '../message.ts'
import {pairTools} from '../pair-tools.ts'
import {toContent} from '../to-content.ts'
import {type Step, toSteps} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {name as format} from './name.ts'
import type {LangchainBlock, LangchainData, LangchainMessage} from './types.ts'
import {writeBlock} from './write-block.ts'
import {writeCalls} from './write-calls.ts'

type Options = Readonly<LossOptions>

const extraKeys = ['additional_kwargs', 'response_metadata']

/** Write a conversation as messages that LangChain stores. */
export function writeLangchain(
  {config, messages}: Conversation,
  options: Options = {}
): Array<LangchainMessage> {
  dropParams(config, [], format, options)
  messages.forEach((message, index) => {
    const path = ['messages', index]
    const kept = ['extra', 'id', 'model', 'name'] as const
    dropMetadata(message, kept, path, format, options)
    const {extra = {}} = message
    const known = extraKeys.filter(key => isPlainObject(extra[key]))
    dropRest(extra, known, [...path, 'extra'], options)
  })
  return toSteps(pairTools(messages, options)).flatMap(step =>
    writeStep(step, options)
  )
}

function writeStep(step: Step, options: Options): Array<LangchainMessage> {
  const {message} = step
  const results = listResults(step)
  if (results.length > 0) return results.map(writeResult)
  const {role} = message
  const content = toContent<LangchainBlock & {type: string}>(
    writeContent(step, (part, path) => writeBlock(part, role, path, options))
  )
  const data: LangchainData = {
    content,
    ...writeMetadata(message),
    ...(role === 'assistant' && writeCalls(step, options))
  }
  switch (role) {
    case 'user':
      return [{type: 'human', data}]
    case 'assistant':
      return [{type: 'ai', data}]
    case 'system':
      return [{type: 'system', data}]
    case 'developer':
      return [{type: 'system', data: markDeveloper(data)}]
    default:
      return [{type: 'generic', data: {...data, role}}]
  }
}

/** LangChain has no such role, but a mark that its OpenAI package reads. */
function markDeveloper(data: LangchainData): LangchainData {
  return {
    ...data,
    additional_kwargs: {...data.additional_kwargs, __openai_role__: 'developer'}
  }
}

function writeMetadata({
  extra,
  id,
  model,
  name
}: ChatMessage): Omit<LangchainData, 'content'> {
  return {
    ...compact({id, name}),
    additional_kwargs: toObject(extra?.additional_kwargs),
    response_metadata: {
      ...toObject(extra?.response_metadata),
      ...compact({model_name: model})
    }
  }
}

function toObject(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}

function writeResult({
  id = '',
  name,
  output,
  error
}: ToolResultPart): LangchainMessage {
  return {
    type: 'tool',
    data: {
      content: typeof output === 'string' ? output : toJsonText(output),
      name,
      tool_call_id: id,
      status: error ? 'error' : 'success',
      additional_kwargs: {},
      response_metadata: {}
    }
  }
}
