// A chat goes in, the messages that its tool would send come out: instructions
// first, comment blocks left out, contents as parts, links to notes inlined.

import {defaultDialect} from '../default-dialect.ts'
import type {Chat, DialectOptions, Turn} from '../tree.ts'
import type {LossCode, LossOptions} from './loss.ts'
import type {ChatMessage, Part} from './message.ts'
import {readMeta} from './message-meta.ts'
import {toParts} from './parts/to-parts.ts'
import {readSent} from './read-sent.ts'
import {createLinkResolver, type LinkResolver} from './resolve-links.ts'

/** Options of `toMessages`. */
export interface ToMessagesOptions extends DialectOptions, LossOptions {
  /** Whether blocks are read as parts; else all is text (default: `true`). */
  blocks?: boolean | null | undefined
  /**
   * Find the text of a note that `[[target]]` links to; `undefined` where the
   * link is to stay (default: all links stay).
   */
  resolveLink?: ((target: string) => string | undefined) | null | undefined
}

/** Turn a chat into messages. */
export function toMessages(
  chat: Chat,
  options?: Readonly<ToMessagesOptions> | null
): Array<ChatMessage> {
  const dialect = options?.dialect ?? defaultDialect
  const messages = (chat.config.system_commands ?? []).map(toInstruction)
  const resolve =
    options?.resolveLink && createLinkResolver(options.resolveLink, dialect)
  readSent(chat, options).forEach(({turn, content}, index) => {
    const lose = (code: LossCode, reason: string) =>
      options?.onLoss?.({
        code,
        path: ['children', index],
        reason,
        ...(turn.position && {place: turn.position})
      })
    const {role} = turn
    const blocks = options?.blocks
    const parts = toParts(content, {role, blocks})
    const isWaiting = role === 'user' && index === chat.children.length - 1
    if (parts.length > 0) {
      const unresolved = lose.bind(undefined, 'file-unresolved')
      messages.push(
        toMessage(turn, resolve ? inline(parts, resolve, unresolved) : parts)
      )
    } else if (!isWaiting) {
      lose('empty-turn-dropped', 'Cannot send a turn that says nothing')
    }
  })
  return messages
}

function toInstruction(text: string): ChatMessage {
  return {role: 'system', parts: [{type: 'text', text}]}
}

/** Inline the notes that texts link to, as text, whatever is in them. */
function inline(
  parts: ReadonlyArray<Part>,
  resolve: LinkResolver,
  lose: (reason: string) => void
): Array<Part> {
  return parts.map(part =>
    part.type === 'text' ? {...part, text: resolve(part.text, lose)} : part
  )
}

function toMessage(turn: Turn, parts: Array<Part>): ChatMessage {
  const {role, model, meta} = turn
  return {
    role,
    parts,
    ...(model !== undefined && {model}),
    ...(meta && readMeta(meta))
  }
}
