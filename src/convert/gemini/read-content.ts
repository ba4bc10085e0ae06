import {dropRest} from '../drop-rest.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Part} from '../message.ts'
import {readPart} from './read-part.ts'
import type {GeminiReadContent} from './schema.ts'

/**
 * Read a message: results of tools are a message of their own, before all else
 * the user says.
 */
export function readContent(
  {role, parts = [], ...rest}: GeminiReadContent,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions> | null | undefined
): Array<ChatMessage> {
  dropRest(rest, [], path, options)
  const read = parts.map((part, index) =>
    readPart(part, [...path, 'parts', index], options)
  )
  if (role === 'model') return [{role: 'assistant', parts: read}]
  const results = read.filter(isResult)
  const said = read.filter(part => !isResult(part))
  return [
    ...(results.length > 0 ? [{role: 'tool', parts: results}] : []),
    ...(said.length > 0 || results.length === 0
      ? [{role: 'user', parts: said}]
      : [])
  ]
}

function isResult({type}: Part): boolean {
  return type === 'tool-result'
}
