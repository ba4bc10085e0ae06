import type {ChatConfig} from '../../tree.ts'
import {compact} from '../compact.ts'
import {fold} from '../fold.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation, Part} from '../message.ts'
import {omit} from '../omit.ts'
import {readShape} from '../read-shape.ts'
import {readPart} from './read-part.ts'
import {
  type AiSdkInput,
  type AiSdkInputMessage,
  type AiSdkInputPart,
  type AiSdkInstructions,
  aiSdkSchema
} from './schema.ts'

type Options = Readonly<LossOptions>
type Path = Array<number | string>

/** Read a prompt of the AI SDK, or its messages alone. */
export function readAiSdk(value: unknown, options: Options = {}): Conversation {
  const shape = readShape(aiSdkSchema, value, 'a prompt of the AI SDK')
  const input = Array.isArray(shape) ? {messages: shape} : shape
  const messages = [
    ...readInstructions(input.instructions),
    ...readInstructions(input.system),
    ...readMessages(input.prompt, ['prompt'], options),
    ...readMessages(
      input.messages,
      Array.isArray(shape) ? [] : ['messages'],
      options
    )
  ]
  return {
    config: readSettings(input),
    messages: fold(messages, options)
  }
}

function readInstructions(
  value: AiSdkInstructions | undefined
): Array<ChatMessage> {
  if (value === undefined) return []
  const prompts = Array.isArray(value) ? value : [value]
  return prompts.map(prompt => ({
    role: 'system',
    parts: toText(typeof prompt === 'string' ? prompt : prompt.content)
  }))
}

function toText(text: string): Array<Part> {
  return [{type: 'text', text}]
}

function readMessages(
  value: AiSdkInput['prompt'],
  path: Path,
  options: Options
): Array<ChatMessage> {
  if (typeof value === 'string') return [{role: 'user', parts: toText(value)}]
  return (value ?? []).map((message, index) =>
    readMessage(message, [...path, index], options)
  )
}

function readMessage(
  message: AiSdkInputMessage,
  path: Path,
  options: Options
): ChatMessage {
  const {role, content} = message
  const extra = omit(message, ['role', 'content'])
  return {
    role,
    parts:
      typeof content === 'string'
        ? toText(content)
        : readContent(content, role, [...path, 'content'], options),
    ...(Object.keys(extra).length > 0 && {extra})
  }
}

function readContent(
  content: ReadonlyArray<AiSdkInputPart>,
  role: string,
  path: Path,
  options: Options
): Array<Part> {
  return content.flatMap((part, index): Array<Part> => {
    // Note: a call with its result in the same message was made by the provider.
    if (part.type === 'tool-result' && role === 'assistant') {
      return [{type: 'other', kind: part.type, value: part}]
    }
    if (part.type !== 'other' || !part.kind.startsWith('tool-approval-')) {
      return [readPart(part, [...path, index], options)]
    }
    const reason =
      'Cannot keep the approval of a call: a note has no place for it'
    lose(options, 'unknown-part', [...path, index], reason)
    return []
  })
}

function readSettings(input: AiSdkInput): ChatConfig {
  const {stopSequences: stop} = input
  return compact({
    temperature: input.temperature,
    top_p: input.topP,
    max_tokens: input.maxOutputTokens,
    presence_penalty: input.presencePenalty,
    frequency_penalty: input.frequencyPenalty,
    stop: stop?.length === 1 ? stop[0] : stop
  })
}
