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
    const instruction = isFirst ? sayInstruction(message) : undefined
    isFirst = instruction !== undefined
    const content = instruction ?? fromParts(message.parts, message)
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

/** Text of a system prompt that a note has in its frontmatter, as it is. */
function sayInstruction({role, parts}: ChatMessage): string | undefined {
  const texts = parts.flatMap(part => (part.type === 'text' ? [part.text] : []))
  const isOne = role === 'system' && texts.length === parts.length
  return isOne ? texts.join('\n\n') : undefined
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
