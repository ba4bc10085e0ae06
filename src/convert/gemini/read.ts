// Comes in: a request of `generateContent`, in either form, or its contents alone.
// Goes out: a conversation, in which a tool round is one message.

import {compact} from '../compact.ts'
import {dropRest} from '../drop-rest.ts'
import {fold} from '../fold.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {keepOwnKeys} from '../own-keys.ts'
import {readShape} from '../read-shape.ts'
import {name} from './name.ts'
import {readContent} from './read-content.ts'
import {type GeminiInput, geminiSchema} from './schema.ts'
import {unify} from './unify.ts'

type Options = Readonly<LossOptions> | null | undefined

/**
 * Read a request of `generateContent`.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function readGemini(value: unknown, options?: Options): Conversation {
  const request = readShape(geminiSchema, unify(value), name)
  const read = request.contents.flatMap((content, index) =>
    readContent(content, ['contents', index], options)
  )
  return {
    config: readParams(request),
    messages: fold([...readSystem(request, options), ...read], options)
  }
}

/** Read instructions: each text is one. */
function readSystem(
  {systemInstruction, config}: GeminiInput,
  options: Options
): Array<ChatMessage> {
  const contents = [
    ...(systemInstruction ?? []),
    ...(config?.systemInstruction ?? [])
  ]
  return contents.flatMap(({parts = [], ...rest}) => {
    dropRest(rest, ['role'], ['systemInstruction'], options)
    return parts.flatMap(({text = '', ...other}) => {
      dropRest(other, [], ['systemInstruction', 'parts'], options)
      return [{role: 'system', parts: [{type: 'text' as const, text}]}]
    })
  })
}

function readParams(request: GeminiInput): Conversation['config'] {
  const {
    contents: _contents,
    systemInstruction: _system,
    model,
    generationConfig,
    config,
    ...top
  } = request
  const {
    systemInstruction: _,
    temperature,
    topP,
    maxOutputTokens,
    stopSequences,
    presencePenalty,
    frequencyPenalty,
    candidateCount,
    ...rest
  }: NonNullable<GeminiInput['config']> = {...generationConfig, ...config}
  return {
    ...compact({
      model: model || undefined,
      temperature,
      top_p: topP,
      max_tokens: maxOutputTokens,
      stop: stopSequences,
      presence_penalty: presencePenalty,
      frequency_penalty: frequencyPenalty,
      n: candidateCount
    }),
    ...keepOwnKeys({...top, ...rest}, 'gemini')
  }
}
