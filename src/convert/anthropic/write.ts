// Comes in: a conversation. Goes out: a request of Messages that Anthropic takes:
// instructions first, no empty text, each result right after its call.

import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {listResults} from '../list-results.ts'
import {lose} from '../lose.ts'
import {loseEmpty} from '../lose-empty.ts'
import type {Conversation} from '../message.ts'
import {findOwnKeys} from '../own-keys.ts'
import {toContent} from '../to-content.ts'
import {toModel} from '../to-model.ts'
import {toRounds} from '../to-rounds.ts'
import type {Step} from '../to-steps.ts'
import {withoutDefaults} from '../without-defaults.ts'
import {name as format} from './name.ts'
import {
  type AnthropicOptions,
  type AnthropicSettings,
  toSettings
} from './options.ts'
import {placeSystems, type Written} from './place-systems.ts'
import {settleEnds} from './settle-ends.ts'
import type {AnthropicMessage, AnthropicRequest} from './types.ts'
import {writeAssistant, writeSystem, writeUser} from './write-blocks.ts'
import {keptParams, ownParams, writeParams} from './write-params.ts'
import {writeResult} from './write-tool.ts'

/**
 * Write a conversation as a request of Messages.
 *
 * @throws {TypeError} If an option is none.
 */
export function writeAnthropic(
  {config, messages}: Conversation,
  options?: Readonly<AnthropicOptions> | null
): AnthropicRequest {
  const settings = toSettings(options)
  messages.forEach((message, index) => {
    dropMetadata(message, [], ['messages', index], format, settings)
  })
  const kept = keptParams(settings)
  dropParams(withoutDefaults(config), kept, format, settings)
  const written = toRounds(messages, settings, {isId}).flatMap(step =>
    writeStep(step, settings)
  )
  const placed = placeSystems(written, settings)
  const system = toContent(placed.systems)
  return {
    ...findOwnKeys(config, 'anthropic', ownParams),
    model: toModel({config, messages}, format, settings),
    ...writeParams(config, settings),
    ...(system.length > 0 && {system}),
    messages: settleEnds(placed.messages, settings)
  }
}

/** Whether Anthropic takes the id of a call. */
function isId(id: string): boolean {
  return /^[\w-]+$/.test(id)
}

function writeStep(step: Step, settings: AnthropicSettings): Array<Written> {
  const {path} = step
  const message = writeMessage(step, settings)
  if (message.content.length > 0) return [{message, path}]
  loseEmpty(path, settings)
  return []
}

function writeMessage(
  step: Step,
  settings: AnthropicSettings
): AnthropicMessage {
  const results = listResults(step)
  if (results.length > 0) {
    return {role: 'user', content: results.map(writeResult)}
  }
  switch (step.message.role) {
    case 'assistant':
      return {
        role: 'assistant',
        content: toContent(writeAssistant(step, settings))
      }
    case 'developer':
    case 'system':
      loseRole(step, 'system', settings)
      return {role: 'system', content: toContent(writeSystem(step, settings))}
    default:
      loseRole(step, 'user', settings)
      return {role: 'user', content: toContent(writeUser(step, settings))}
  }
}

/** Report a role that Anthropic does not know. */
function loseRole(
  {message: {role}, path}: Step,
  other: string,
  settings: AnthropicSettings
): void {
  if (role === other) return
  const reason = `Cannot keep the role \`${role}\`: Anthropic does not know it, so it is \`${other}\` here`
  lose(settings, 'role-changed', [...path, 'role'], reason)
}
