// Messages go in, a chat comes out: instructions before the first turn go to
// the frontmatter, and the rest become turns.

import {defaultDialect} from '../default-dialect.ts'
import type {Chat, ChatConfig, DialectOptions, Turn} from '../tree.ts'
import type {LossOptions} from './loss.ts'
import type {ChatMessage} from './message.ts'
import {loseMessageMeta, writeMeta} from './message-meta.ts'
import {mayHold} from './parts/block.ts'
import {fromParts} from './parts/from-parts.ts'

/** Options of `fromMessages`. */
export interface FromMessagesOptions extends DialectOptions, LossOptions {
  /** Settings of the chat (default: none). */
  config?: ChatConfig | null | undefined
  /**
   * Where names, ids, times and so on go: in the header of each turn, or nowhere
   * (default: `'header'`).
   */
  metadata?: 'header' | 'none' | null | undefined
}

/**
 * Turn messages into a chat, which has no `raw`.
 *
 * @throws {TypeError} If one is no message.
 */
export function fromMessages(
  messages: ReadonlyArray<ChatMessage>,
  options?: Readonly<FromMessagesOptions> | null
): Chat {
  messages.forEach(assertMessage)
  const first = messages.findIndex(message => !isInstruction(message))
  const count = first === -1 ? messages.length : first
  const config: ChatConfig = {...options?.config}
  const instructions = messages
    .slice(0, count)
    .flatMap((message, index) => toInstructions(message, index, options))
  if (instructions.length > 0) {
    config.system_commands = [
      ...(config.system_commands ?? []),
      ...instructions
    ]
  }
  const children = messages
    .slice(count)
    .map((message, index) => toTurn(message, count + index, options))
  const dialect = options?.dialect ?? defaultDialect
  return {
    type: 'chat',
    ...(dialect.name !== defaultDialect.name && {dialect: dialect.name}),
    config,
    children
  }
}

function assertMessage(message: ChatMessage, index: number): void {
  if (typeof message?.role !== 'string' || !Array.isArray(message.parts)) {
    throw new TypeError(
      `Expected \`messages[${index}]\` to have a \`role\` and \`parts\``
    )
  }
}

/** Whether a message can be an instruction of the frontmatter. */
function isInstruction({role, parts}: ChatMessage): boolean {
  return role === 'system' && parts.every(({type}) => type === 'text')
}

type Options = Readonly<FromMessagesOptions> | null | undefined

function toInstructions(
  message: ChatMessage,
  index: number,
  options: Options
): Array<string> {
  const path = ['messages', index]
  loseMessageMeta(message, path, options)
  if (message.model !== undefined) {
    const reason = 'Cannot keep `model` of an instruction'
    options?.onLoss?.({code: 'model-dropped', path, reason})
  }
  const texts = message.parts.flatMap(part =>
    part.type === 'text' && part.text !== '' ? [part.text] : []
  )
  if (texts.length === 0) {
    const reason = 'Cannot keep an instruction that says nothing'
    options?.onLoss?.({code: 'empty-turn-dropped', path, reason})
    return []
  }
  if (texts.length > 1) {
    const reason = 'Cannot keep the texts of an instruction apart'
    options?.onLoss?.({code: 'parts-joined', path, reason})
  }
  return [texts.join('\n\n')]
}

function toTurn(message: ChatMessage, index: number, options: Options): Turn {
  const {parts, model} = message
  const role = message.role.toLowerCase()
  const path = ['messages', index]
  parts.forEach(({type}, part) => {
    if (mayHold(role, type)) return
    const reason = `Cannot keep a \`${type}\` part in a turn of \`${role}\`: it is text there`
    options?.onLoss?.({
      code: 'unknown-part',
      path: [...path, 'parts', part],
      reason
    })
  })
  const isKept = options?.metadata !== 'none'
  const meta = isKept ? writeMeta(message) : undefined
  if (!isKept) loseMessageMeta(message, path, options)
  const content = fromParts(parts, {role})
  const {sent} = options?.dialect ?? defaultDialect
  return {
    type: 'turn',
    role,
    ...(model !== undefined && {model}),
    ...(meta && {meta}),
    value: sent?.write(content) ?? content
  }
}
