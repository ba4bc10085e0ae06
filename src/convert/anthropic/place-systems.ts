import {lose} from '../lose.ts'
import type {AnthropicSettings} from './options.ts'
import type {AnthropicMessage, AnthropicTextBlock} from './types.ts'

/** A message, and where it is in the conversation. */
export interface Written {
  /** Message, which says something. */
  message: AnthropicMessage
  /** Keys down to its origin. */
  path: ReadonlyArray<number | string>
}

/** Messages, and the instructions apart. */
export interface Placed {
  /** Instructions of the request itself. */
  systems: Array<AnthropicTextBlock>
  /** Messages of the request. */
  messages: Array<AnthropicMessage>
}

/**
 * Find the instructions that stand before all messages: those at the start, or
 * all, if the version of the API takes none in the middle.
 */
export function placeSystems(
  written: ReadonlyArray<Written>,
  settings: AnthropicSettings
): Placed {
  const systems: Array<AnthropicTextBlock> = []
  const messages: Array<AnthropicMessage> = []
  for (const {message, path} of written) {
    const isLate = messages.length > 0
    if (message.role !== 'system') {
      messages.push(message)
    } else if (!isLate || settings.apiVersion === '2023-06-01') {
      if (isLate) loseMove(path, settings)
      for (const block of toBlocks(message.content)) systems.push(block)
    } else {
      const reason =
        'Cannot send an instruction in the middle to each model: older ones refuse it'
      lose(settings, 'model-dependent', path, reason)
      messages.push(message)
    }
  }
  return {systems, messages}
}

function loseMove(path: Written['path'], settings: AnthropicSettings): void {
  const reason =
    'Cannot keep the place of an instruction: 2023-06-01 has all of them first'
  lose(settings, 'system-moved', path, reason)
}

function toBlocks(
  content: Array<AnthropicTextBlock> | string
): Array<AnthropicTextBlock> {
  return typeof content === 'string' ? [{type: 'text', text: content}] : content
}
