import {dropRest} from '../drop-rest.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Part} from '../message.ts'
import {readBlock} from './read-block.ts'
import type {AnthropicInputMessage} from './schema.ts'

/**
 * Read a message: results of tools are a message of their own, before all else
 * the user says.
 *
 * @param names
 *   Names of tools by the ids of their calls, in the messages before.
 */
export function readMessage(
  {role, content, ...rest}: AnthropicInputMessage,
  path: ReadonlyArray<number | string>,
  names: Map<string, string>,
  options: Readonly<LossOptions> | null | undefined
): Array<ChatMessage> {
  dropRest(rest, [], path, options)
  const parts: Array<Part> =
    typeof content === 'string'
      ? toText(content)
      : content.map((block, index) =>
          readBlock(block, [...path, 'content', index], names, options)
        )
  if (role === 'assistant') return [{role, parts}]
  const results = parts.filter(isResult)
  const said = parts.filter(part => !isResult(part))
  return [
    ...(results.length > 0 ? [{role: 'tool', parts: results}] : []),
    ...(said.length > 0 || results.length === 0 ? [{role, parts: said}] : [])
  ]
}

function toText(text: string): Array<Part> {
  return text === '' ? [] : [{type: 'text', text}]
}

function isResult({type}: Part): boolean {
  return type === 'tool-result'
}
