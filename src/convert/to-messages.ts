// A chat goes in, the messages that its tool would send come out: instructions
// first, comment blocks left out, contents as parts, links to notes inlined.

import {defaultDialect} from '../default-dialect.ts'
import type {Dialect} from '../dialects/dialect.ts'
import type {Chat, DialectOptions, Turn} from '../tree.ts'
import type {LossCode, LossOptions} from './loss.ts'
import type {ChatMessage, Part} from './message.ts'
import {readMeta} from './message-meta.ts'
import {toParts} from './parts/to-parts.ts'
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
  const resolver =
    options?.resolveLink && createLinkResolver(options.resolveLink, dialect)
  chat.children.forEach((turn, index) => {
    const reader: TurnReader = {
      turn,
      dialect,
      resolver: resolver ?? undefined,
      blocks: options?.blocks ?? true,
      lose: (code, reason) =>
        options?.onLoss?.({
          code,
          path: ['children', index],
          reason,
          ...(turn.position && {place: turn.position})
        })
    }
    const parts = readContent(reader)
    const isWaiting = turn.role === 'user' && index === chat.children.length - 1
    if (parts.length > 0) messages.push(toMessage(turn, parts))
    else if (!isWaiting) {
      reader.lose('empty-turn-dropped', 'Cannot send a turn that says nothing')
    }
  })
  return messages
}

function toInstruction(text: string): ChatMessage {
  return {role: 'system', parts: [{type: 'text', text}]}
}

/** What it takes to read a turn. */
interface TurnReader {
  turn: Turn
  dialect: Readonly<Dialect>
  resolver: LinkResolver | undefined
  blocks: boolean
  lose: (code: LossCode, reason: string) => void
}

function readContent(reader: TurnReader): Array<Part> {
  const {turn, dialect, resolver, blocks, lose} = reader
  const sent = dialect.sent?.read(turn.value)
  if (sent && sent.dropped > 0) {
    lose('comment-dropped', 'Cannot send a comment block: it is for the author')
  }
  const parts = toParts(sent?.value ?? turn.value, {role: turn.role, blocks})
  if (!resolver) return parts
  return parts.map(part =>
    part.type === 'text'
      ? {
          ...part,
          text: resolver(part.text, reason => lose('file-unresolved', reason))
        }
      : part
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
