import {lose} from '../lose.ts'
import type {GeminiSettings} from './options.ts'
import type {GeminiContent} from './types.ts'

/** Value that turns the check off, for histories of other vendors. */
const skip = 'skip_thought_signature_validator'

/** A message, and where it is in the conversation. */
export interface Written {
  /** Message. */
  content: GeminiContent
  /** Keys down to its origin. */
  path: ReadonlyArray<number | string>
}

/**
 * Report calls after the last question that have no signature: the first of each
 * message needs one.
 */
export function signCalls(
  written: ReadonlyArray<Written>,
  settings: GeminiSettings
): Array<GeminiContent> {
  const last = written.reduce(
    (found, {content}, index) => (isQuestion(content) ? index : found),
    -1
  )
  return written.map(({content, path}, index) =>
    index > last ? sign(content, path, settings) : content
  )
}

function isQuestion({role, parts}: GeminiContent): boolean {
  return role === 'user' && parts.some(part => !part.functionResponse)
}

function sign(
  content: GeminiContent,
  path: Written['path'],
  settings: GeminiSettings
): GeminiContent {
  const {parts} = content
  const first = parts.findIndex(({functionCall}) => functionCall)
  const call = parts[first]
  if (!call || call.thoughtSignature !== undefined) return content
  const skips = settings.unsignedCalls === 'skip-validator'
  const reason = skips
    ? 'Missing the signature of a tool call: `skip_thought_signature_validator` stands for it'
    : 'Missing the signature of a tool call: Gemini 3 and later refuse it, see the option `unsignedCalls`'
  lose(settings, 'reasoning-unsigned', path, reason)
  if (!skips) return content
  const signed = {...call, thoughtSignature: skip}
  return {
    ...content,
    parts: parts.map(part => (part === call ? signed : part))
  }
}
