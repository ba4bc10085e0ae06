import type {LossOptions} from '../loss.ts'
import type {ChatMessage} from '../message.ts'
import {toParts} from '../parts/to-parts.ts'
import {readRole} from '../read-role.ts'
import {closeToken, openToken, readTokens, type TokenOptions} from './tokens.ts'

type Options = Readonly<LossOptions & TokenOptions>

/**
 * Read text of ChatML. A message without an end is the last one, which may say
 * nothing yet.
 *
 * @throws {TypeError} If it is no such text.
 */
export function readChatml(
  value: unknown,
  options: Options = {}
): Array<ChatMessage> {
  if (typeof value !== 'string') throw new TypeError('Expected text of ChatML')
  const messages: Array<ChatMessage> = []
  let isFirst = true
  let offset = skipBlank(value, 0)
  while (offset < value.length) {
    if (!value.startsWith(openToken, offset)) {
      throw new TypeError(`Expected \`${openToken}\` at ${offset} of ChatML`)
    }
    const start = offset + openToken.length
    const end = value.indexOf(closeToken, start)
    const text = value.slice(start, end === -1 ? value.length : end)
    offset = skipBlank(
      value,
      start + text.length + (end === -1 ? 0 : closeToken.length)
    )
    if (text.includes(openToken)) {
      throw new TypeError(`Missing \`${closeToken}\` after ${start} of ChatML`)
    }
    const path = ['messages', messages.length]
    const message = readMessage(text, isFirst, path, options)
    isFirst = isFirst && message.role === 'system'
    if (end !== -1 || message.parts.length > 0) messages.push(message)
  }
  return messages
}

function skipBlank(value: string, offset: number): number {
  let end = offset
  while (end < value.length && /\s/.test(value.charAt(end))) end++
  return end
}

function readMessage(
  text: string,
  isFirst: boolean,
  path: Array<number | string>,
  options: Options
): ChatMessage {
  const line = text.indexOf('\n')
  const name = (line === -1 ? text : text.slice(0, line)).trim()
  const content = line === -1 ? '' : text.slice(line + 1)
  const role = readRole(name, [...path, 'role'], options)
  const said = readTokens(content, options)
  return {
    role,
    // Note: a system prompt at the start goes to the frontmatter, as it is.
    parts:
      isFirst && role === 'system'
        ? [{type: 'text', text: said}]
        : toParts(said, {role})
  }
}
