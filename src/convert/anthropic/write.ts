// Comes in: a conversation. Goes out: a request of Messages that Anthropic takes:
// instructions first, no empty text, each result right after its call.

import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {listResults} from '../list-results.ts'
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
import {loseRole, placeSystems} from './place-systems.ts'
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
  const rounds = toRounds(messages, settings, {isId})
  const {systems, rest} = placeSystems(rounds, settings)
  const system = toContent(systems.flatMap(step => writeSystem(step, settings)))
  const written = rest.flatMap(step => writeStep(step, settings))
  return {
    ...findOwnKeys(config, 'anthropic', ownParams),
    model: toModel({config, messages}, format, settings),
    ...writeParams(config, settings),
    ...(system.length > 0 && {system}),
    messages: settleEnds(written, settings)
  }
}

/** Whether Anthropic takes the id of a call. */
function isId(id: string): boolean {
  return /^[\w-]+$/.test(id)
}

function writeStep(
  step: Step,
  settings: AnthropicSettings
): Array<AnthropicMessage> {
  const written = writeMessage(step, settings)
  if (written.content.length > 0) return [written]
  loseEmpty(step.path, settings)
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
