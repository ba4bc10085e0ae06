// Comes in: a conversation. Goes out: a request of `generateContent`, as it goes
// over the wire or as the package of Google takes it: instructions apart, no
// empty text, each result right after its call.

import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import type {Loss} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {toRounds} from '../to-rounds.ts'
import type {Step} from '../to-steps.ts'
import {withoutDefaults} from '../without-defaults.ts'
import {name as format} from './name.ts'
import {type GeminiOptions, type GeminiSettings, toSettings} from './options.ts'
import {signCalls} from './sign-calls.ts'
import {takeInstructions} from './take-instructions.ts'
import type {GeminiRestRequest, GeminiSdkRequest} from './types.ts'
import {writeContents} from './write-contents.ts'
import {keptParams} from './write-params.ts'
import {writeRequest} from './write-request.ts'

/**
 * Write a conversation as a request of `generateContent`.
 *
 * @throws {TypeError} If an option is none.
 */
export function writeGemini(
  {config, messages}: Conversation,
  options?: Readonly<GeminiOptions> | null
): GeminiRestRequest | GeminiSdkRequest {
  const settings = toSettings(options)
  messages.forEach((message, index) => {
    dropMetadata(message, [], ['messages', index], format, settings)
  })
  const kept = [...keptParams, ...(settings.form === 'sdk' ? ['model'] : [])]
  dropParams(withoutDefaults(config), kept, format, settings)
  const steps = dropIds(toRounds(messages, withoutIds(settings)), messages)
  const {instruction, rest} = takeInstructions(steps, settings)
  const contents = signCalls(writeContents(rest, settings), settings)
  return writeRequest({config, messages}, contents, instruction, settings)
}

/** Leave out that ids were made, since they are left out again. */
function withoutIds({onLoss}: GeminiSettings): Pick<GeminiSettings, 'onLoss'> {
  return {
    onLoss: (loss: Loss) => {
      if (loss.code !== 'tool-id-made') onLoss?.(loss)
    }
  }
}

/** Leave out ids that the chat does not have: Gemini needs none. */
function dropIds(
  steps: ReadonlyArray<Step>,
  messages: ReadonlyArray<ChatMessage>
): Array<Step> {
  const ids = new Set(
    messages.flatMap(({parts}) =>
      parts.map(part => (part.type === 'tool-call' ? part.id : undefined))
    )
  )
  return steps.map(step => ({
    ...step,
    message: {
      ...step.message,
      parts: step.message.parts.map(part => {
        if (!('id' in part) || ids.has(part.id)) return part
        const {id: _, ...rest} = part
        return rest
      })
    }
  }))
}
