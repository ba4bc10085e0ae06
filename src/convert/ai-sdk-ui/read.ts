import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {omit} from '../omit.ts'
import {readShape} from '../read-shape.ts'
import {makeId} from './make-id.ts'
import {readContent} from './read-content.ts'
import {type AiSdkUiInput, aiSdkUiSchema} from './schema.ts'

type Options = Readonly<LossOptions>

/** Read messages of `useChat`, or an object that has them. */
export function readAiSdkUi(
  value: unknown,
  options: Options = {}
): Conversation {
  const shape = readShape(aiSdkUiSchema, value, 'messages of the AI SDK')
  const isBare = Array.isArray(shape)
  const messages = isBare ? shape : shape.messages
  return {
    config: {},
    messages: messages.map((message, index) =>
      readMessage(message, isBare ? [index] : ['messages', index], options)
    )
  }
}

function readMessage(
  message: AiSdkUiInput,
  path: Array<number | string>,
  options: Options
): ChatMessage {
  const {id, role, metadata, parts} = message
  const extra = {
    ...omit(message, ['id', 'role', 'metadata', 'parts']),
    ...readRest(metadata)
  }
  return {
    role,
    parts: readContent(parts, [...path, 'parts'], options),
    ...(id !== undefined && id !== madeId(path) && {id}),
    ...readMetadata(metadata),
    ...(Object.keys(extra).length > 0 && {extra})
  }
}

/** The id that `toAiSdkUi` makes for a message without one. */
function madeId(path: ReadonlyArray<number | string>): string {
  return makeId(Number(path[path.length - 1]))
}

function readMetadata(metadata: unknown): Omit<ChatMessage, 'parts' | 'role'> {
  if (!isPlainObject(metadata)) return {}
  const {model, name, time, weight} = metadata
  return {
    ...(typeof model === 'string' && {model}),
    ...(typeof name === 'string' && {name}),
    ...(typeof time === 'string' && {time}),
    ...((weight === 0 || weight === 1) && {weight})
  }
}

/** Other keys of metadata. */
function readRest(metadata: unknown): Record<string, unknown> {
  if (metadata === undefined) return {}
  if (!isPlainObject(metadata)) return {metadata}
  const rest = omit(metadata, Object.keys(readMetadata(metadata)))
  return Object.keys(rest).length > 0 ? {metadata: rest} : {}
}
