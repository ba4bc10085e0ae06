// Comes in: a conversation. Goes out: a request of Chat Completions that OpenAI
// takes, in which each call of a tool has its result after it.

import {compact} from '../compact.ts'
import {dropMetadata} from '../drop-metadata.ts'
import {listResults} from '../list-results.ts'
import {lose} from '../lose.ts'
import {loseEmpty} from '../lose-empty.ts'
import {losePart} from '../lose-part.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {findOwnKeys} from '../own-keys.ts'
import {pathOf} from '../path-of.ts'
import {toContent} from '../to-content.ts'
import {toModel} from '../to-model.ts'
import {toRounds} from '../to-rounds.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {name as format} from './name.ts'
import type {OpenaiOptions} from './options.ts'
import type {OpenaiMessage, OpenaiRequest, OpenaiTextPart} from './types.ts'
import {writeAssistant} from './write-assistant.ts'
import {paramKeys, writeParams} from './write-params.ts'
import {writeUserPart} from './write-part.ts'
import {writeResult} from './write-tool.ts'

type Options = Readonly<OpenaiOptions>

/** Write a conversation as a request of Chat Completions. */
export function writeOpenai(
  {config, messages}: Conversation,
  options: Options = {}
): OpenaiRequest {
  messages.forEach((message, index) => {
    const kept = isNamed(message) ? (['name'] as const) : []
    dropMetadata(message, kept, ['messages', index], format, options)
  })
  return {
    ...findOwnKeys(config, 'openai', ['model', 'messages', ...paramKeys]),
    model: toModel({config, messages}, format, options),
    messages: toRounds(messages, options).flatMap(step =>
      writeStep(step, options)
    ),
    ...writeParams(config, options)
  }
}

/** Whether OpenAI takes the name of who speaks. */
function isNamed({role, name}: ChatMessage): boolean {
  return role !== 'tool' && name !== undefined && /^[^\s<|\\/>]+$/.test(name)
}

function writeStep(step: Step, options: Options): Array<OpenaiMessage> {
  const results = listResults(step)
  if (results.length > 0) {
    return results.map((part, index) =>
      writeResult(part, pathOf(step, index), options)
    )
  }
  const written = writeMessage(step, options)
  const isEmpty = written.content === '' && !('reasoning_content' in written)
  if (isEmpty) loseEmpty(step.path, options)
  return isEmpty ? [] : [written]
}

function writeMessage(step: Step, options: Options): OpenaiMessage {
  const {message} = step
  const name = isNamed(message) ? compact({name: message.name}) : {}
  switch (message.role) {
    case 'assistant':
      return {...writeAssistant(step, options), ...name}
    case 'developer':
    case 'system':
      return {role: message.role, content: writeTexts(step, options), ...name}
    default:
      return {role: 'user', content: writeUser(step, options), ...name}
  }
}

function writeUser(
  step: Step,
  options: Options
): (OpenaiMessage & {role: 'user'})['content'] {
  loseRole(step.message, step.path, options)
  return toContent(
    writeContent(step, (part, path) => writeUserPart(part, path, options))
  )
}

function loseRole(
  {role}: ChatMessage,
  path: Step['path'],
  options: Options
): void {
  if (role === 'user') return
  const reason = `Cannot keep the role \`${role}\`: OpenAI does not know it, so it is \`user\` here`
  lose(options, 'role-changed', [...path, 'role'], reason)
}

function writeTexts(
  step: Step,
  options: Options
): Array<OpenaiTextPart> | string {
  return toContent<OpenaiTextPart>(
    writeContent<never>(step, (part, path) =>
      losePart(part, path, format, options)
    )
  )
}
