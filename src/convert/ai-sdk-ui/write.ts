import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {pairTools} from '../pair-tools.ts'
import {fromParts} from '../parts/from-parts.ts'
import type {AiSdkUiMessage, AiSdkUiPart} from './types.ts'
import {writeContent} from './write-content.ts'
import {writePart, writeText} from './write-part.ts'

type Options = Readonly<LossOptions>
type Path = ReadonlyArray<number | string>

/** Write a conversation as messages of `useChat`. */
export function writeAiSdkUi(
  {config, messages}: Conversation,
  options: Options = {}
): Array<AiSdkUiMessage> {
  dropParams(config, [], 'a message of `useChat`', options)
  return pairTools(messages, options).map((message, index) =>
    writeMessage(message, index, options)
  )
}

function writeMessage(
  message: ChatMessage,
  index: number,
  options: Options
): AiSdkUiMessage {
  const path = ['messages', index]
  dropMetadata(
    message,
    ['id', 'model', 'name', 'time', 'weight'],
    path,
    'a message of `useChat`',
    options
  )
  const {id = `msg_${index + 1}`, model, name, time, weight} = message
  const metadata = compact({model, name, time, weight})
  return {
    id,
    role: toRole(message.role, path, options),
    ...(Object.keys(metadata).length > 0 && {metadata}),
    parts: writeParts(message, path, options)
  }
}

function toRole(
  role: string,
  path: Path,
  options: Options
): AiSdkUiMessage['role'] {
  if (role === 'assistant' || role === 'system' || role === 'user') return role
  const other = role === 'developer' ? 'system' : 'user'
  const reason = `Cannot keep the role \`${role}\`: the AI SDK has no such one, so it is \`${other}\` here`
  lose(options, 'role-changed', [...path, 'role'], reason)
  return other
}

function writeParts(
  {role, parts}: ChatMessage,
  path: Path,
  options: Options
): Array<AiSdkUiPart> {
  if (role === 'assistant') return writeContent(parts, path, options)
  if (role === 'system' || role === 'developer') {
    // Note: the AI SDK joins the texts of a system prompt without a blank line.
    return [{type: 'text', text: fromParts(parts)}]
  }
  return parts.map((part, index) => {
    const isOwn = part.type === 'text' || part.type === 'file'
    const write = isOwn ? writePart : writeText
    return write(part, [...path, 'parts', index], options)
  })
}
