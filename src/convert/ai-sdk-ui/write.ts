import {name as format} from '../ai-sdk/name.ts'
import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {pairTools} from '../pair-tools.ts'
import {sayParts} from '../say-parts.ts'
import {writeContent} from '../write-content.ts'
import {makeId} from './make-id.ts'
import type {AiSdkUiMessage, AiSdkUiPart} from './types.ts'
import {writeAnswer} from './write-answer.ts'
import {writeFile} from './write-part.ts'

type Options = Readonly<LossOptions>
type Path = ReadonlyArray<number | string>

/** Write a conversation as messages of `useChat`. */
export function writeAiSdkUi(
  {config, messages}: Conversation,
  options: Options = {}
): Array<AiSdkUiMessage> {
  dropParams(config, [], format, options)
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
    format,
    options
  )
  const {id = makeId(index), model, name, time, weight} = message
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
  const reason = `Cannot keep the role \`${role}\`: ${format} has no such one, so it is \`${other}\` here`
  lose(options, 'role-changed', [...path, 'role'], reason)
  return other
}

function writeParts(
  message: ChatMessage,
  path: Path,
  options: Options
): Array<AiSdkUiPart> {
  const {role, parts} = message
  const paths = parts.map((_, index) => [...path, 'parts', index])
  const step = {message, path: [...path], paths}
  if (role === 'system' || role === 'developer') {
    // Note: the AI SDK joins the texts of a system prompt without a blank line.
    return [{type: 'text', text: sayParts(step, format, options)}]
  }
  if (role === 'assistant') return writeAnswer(step, options)
  return writeContent<AiSdkUiPart>(step, (part, path) =>
    part.type === 'file'
      ? writeFile(part, path, options)
      : losePart(part, path, format, options)
  )
}
