import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {pairTools} from '../pair-tools.ts'
import {pathOf} from '../path-of.ts'
import {type Step, toSteps} from '../to-steps.ts'
import {name as format} from './name.ts'
import type {OtelAttributes, OtelMessage} from './types.ts'
import {writePart} from './write-part.ts'

type Options = Readonly<LossOptions>

const kept = [
  'model',
  'temperature',
  'top_p',
  'max_tokens',
  'presence_penalty',
  'frequency_penalty',
  'stop',
  'n'
]

/** Write a conversation as attributes of a span. */
export function writeOtel(
  {config, messages}: Conversation,
  options: Options = {}
): OtelAttributes {
  dropParams(config, kept, format, options)
  messages.forEach((message, index) => {
    dropMetadata(message, ['name'], ['messages', index], format, options)
  })
  const first = messages.findIndex(message => !isInstruction(message))
  const start = first === -1 ? messages.length : first
  const steps = toSteps(pairTools(messages, options))
  const instructions = steps
    .slice(0, start)
    .flatMap(step => writeParts(step, options))
  return {
    ...(instructions.length > 0 && {
      'gen_ai.system_instructions': instructions
    }),
    'gen_ai.input.messages': steps
      .slice(start)
      .map(step => writeMessage(step, options)),
    ...writeSettings(config)
  }
}

/** Whether a message is a system prompt of one text, as each part says one. */
function isInstruction({role, name, parts}: ChatMessage): boolean {
  return (
    role === 'system' &&
    name === undefined &&
    parts.length === 1 &&
    parts.every(({type}) => type === 'text')
  )
}

function writeMessage(step: Step, options: Options): OtelMessage {
  const {role, name} = step.message
  const parts = writeParts(step, options)
  return {role, parts, ...(name !== undefined && {name})}
}

function writeParts(step: Step, options: Options): OtelMessage['parts'] {
  return step.message.parts.flatMap(
    (part, index) => writePart(part, pathOf(step, index), options) ?? []
  )
}

function writeSettings(
  config: ChatConfig
): Omit<OtelAttributes, 'gen_ai.input.messages'> {
  const {stop} = config
  return compact({
    'gen_ai.request.model': config.model,
    'gen_ai.request.temperature': config.temperature,
    'gen_ai.request.top_p': config.top_p,
    'gen_ai.request.max_tokens': config.max_tokens,
    'gen_ai.request.presence_penalty': config.presence_penalty,
    'gen_ai.request.frequency_penalty': config.frequency_penalty,
    'gen_ai.request.stop_sequences': typeof stop === 'string' ? [stop] : stop,
    'gen_ai.request.choice.count': config.n
  })
}
