import type {Chat} from '../../tree.ts'
import type {Format} from '../format.ts'
import {fromMessages} from '../from-messages.ts'
import type {FromOptions} from '../from-options.ts'
import {type ToMessagesOptions, toMessages} from '../to-messages.ts'
import {readChatml} from './read.ts'
import {assertSpecialTokens, type TokenOptions} from './tokens.ts'
import {writeChatml} from './write.ts'

/** Options of `toChatml`. */
export interface ChatmlOptions extends ToMessagesOptions, TokenOptions {
  /** Whether the text ends where the answer starts (default: `false`). */
  generationPrompt?: boolean | null | undefined
}

/** Options of `fromChatml`. */
export interface FromChatmlOptions extends FromOptions, TokenOptions {}

/**
 * Write a chat as text of ChatML, as most open models are trained on.
 *
 * Thoughts, calls, results, and files are written as a note has them.
 *
 * @throws {TypeError} If a content holds a token of ChatML; see the option
 *   `specialTokens`.
 */
export function toChatml(
  chat: Chat,
  options?: Readonly<ChatmlOptions> | null
): string {
  assertSpecialTokens(options)
  const messages = toMessages(chat, options)
  return writeChatml({config: chat.config, messages}, options ?? {})
}

/**
 * Read text of ChatML.
 *
 * @throws {TypeError} If it is none.
 */
export function fromChatml(
  value: unknown,
  options?: Readonly<FromChatmlOptions> | null
): Chat {
  assertSpecialTokens(options)
  return fromMessages(readChatml(value, options ?? {}), options)
}

/** Text of ChatML, as the command line sees it. */
export const chatml: Format = {
  id: 'chatml',
  title: 'Text of ChatML',
  kind: 'text',
  detect: value =>
    typeof value === 'string' && value.trimStart().startsWith('<|im_start|>'),
  to: toChatml,
  from: (value, options) => [fromChatml(value, options)]
}
