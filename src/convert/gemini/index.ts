import type {Chat} from '../../tree.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {toMessages} from '../to-messages.ts'
import type {GeminiOptions} from './options.ts'
import {readGemini} from './read.ts'
import type {GeminiRestRequest, GeminiSdkRequest} from './types.ts'
import {writeGemini} from './write.ts'

export {type GeminiInput, geminiSchema} from './schema.ts'
export type * from './types.ts'
export type {GeminiOptions}

/** Write a chat as a request of Gemini’s `generateContent`, for its package. */
export function toGemini(
  chat: Chat,
  options: Readonly<GeminiOptions> & {form: 'sdk'}
): GeminiSdkRequest

/**
 * Write a chat as a request of Gemini’s `generateContent`.
 *
 * @throws {TypeError} If an option is none.
 */
export function toGemini(
  chat: Chat,
  options?: (Readonly<GeminiOptions> & {form?: 'rest' | null}) | null
): GeminiRestRequest

export function toGemini(
  chat: Chat,
  options?: Readonly<GeminiOptions> | null
): GeminiRestRequest | GeminiSdkRequest {
  const messages = toMessages(chat, options)
  return writeGemini({config: chat.config, messages}, options)
}

/**
 * Read a request of Gemini’s `generateContent`, in either form, or its contents
 * alone.
 *
 * @throws {TypeError} If it has not the shape of one.
 */
export function fromGemini(
  value: unknown,
  options?: Readonly<FromOptions> | null
): Chat {
  const {config, messages} = readGemini(value, options)
  return fromMessages(messages, {...options, config})
}

/** Gemini’s `generateContent`, as the command line sees it. */
export const gemini: Format = {
  id: 'gemini',
  title: 'Gemini generateContent request',
  kind: 'json',
  to: (chat, options) => toGemini(chat, options),
  from: (value, options) => [fromGemini(value, options)]
}
