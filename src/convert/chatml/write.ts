import {dropMetadata} from '../drop-metadata.ts'
import {dropParams} from '../drop-params.ts'
import {loseEmpty} from '../lose-empty.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Conversation} from '../message.ts'
import {fromParts} from '../parts/from-parts.ts'
import {
  closeToken,
  openToken,
  type TokenOptions,
  writeTokens
} from './tokens.ts'

/** How ChatML is written. */
export interface WriteOptions extends LossOptions, TokenOptions {
  /** Whether the text ends where the answer starts (default: `false`). */
  generationPrompt?: boolean | null | undefined
}

const format = 'ChatML'

/** Write a conversation as text of ChatML. */
export function writeChatml(
  {config, messages}: Conversation,
  options: Readonly<WriteOptions> = {}
): string {
  dropParams(config, [], format, options)
  let isFirst = true
  const written = messages.map((message, index) => {
    dropMetadata(message, [], ['messages', index], format, options)
    isFirst = isFirst && isInstruction(message)
    const content = isFirst
      ? sayTexts(message)
      : fromParts(message.parts, message)
    if (content === '') {
      loseEmpty(['messages', index], options)
      return ''
    }
    return writeMessage(
      message.role,
      content,
      `\`messages[${index}]\``,
      options
    )
  })
  const end = options.generationPrompt ? `${openToken}assistant\n` : ''
  return written.join('') + end
}

/** Whether a message is a system prompt that a note has in its frontmatter. */
function isInstruction({role, parts}: ChatMessage): boolean {
  return role === 'system' && parts.every(({type}) => type === 'text')
}

function sayTexts({parts}: ChatMessage): string {
  return parts.map(part => (part.type === 'text' ? part.text : '')).join('\n\n')
}

function writeMessage(
  role: string,
  content: string,
  where: string,
  options: Readonly<WriteOptions>
): string {
  if (!/^[a-z][a-z\d_-]*$/i.test(role)) {
    throw new TypeError(`Unexpected role \`${role}\` of ${where}`)
  }
  const said = writeTokens(content, where, options)
  return `${openToken}${role}\n${said}${closeToken}\n`
}
