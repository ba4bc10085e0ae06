import type {ChatMessage} from './message.ts'
import {toParts} from './parts/to-parts.ts'
import {sayParts} from './say-parts.ts'

/**
 * Read the text of system prompts that become turns as Markdown.
 *
 * Formats have nothing but text there, so an image in it was one in a note; the
 * prompts at the start go to the frontmatter, which has text too.
 */
export function readPrompts(
  messages: ReadonlyArray<ChatMessage>
): Array<ChatMessage> {
  let isFirst = true
  return messages.map(message => {
    const {role, parts} = message
    isFirst = isFirst && role === 'system'
    if (isFirst || (role !== 'system' && role !== 'developer')) return message
    return {...message, parts: toParts(sayParts(parts), {role})}
  })
}
