import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {readGeminiPart} from '../import/read-gemini-part.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import type {GeminiCliMessage} from './schema.ts'

/** Read a message: thoughts, texts, calls and their results. */
export function readMessage(
  message: GeminiCliMessage,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const {id, model, timestamp, type} = message
  const parts = [
    ...(message.thoughts ?? []).flatMap(readThought),
    ...readContent(message.content),
    ...(message.toolCalls ?? []).flatMap(readCall)
  ]
  if (parts.length === 0) return []
  const isSaid = type === 'user' || type === 'gemini'
  if (!isSaid && !options.hidden) {
    const reason = `Cannot see a message of type \`${type}\`: \`hidden: true\` keeps it`
    lose(options, 'hidden-dropped', path, reason)
    return []
  }
  const time = toTime(timestamp, 'ms')
  const about = compact({id, time, model: model || undefined})
  const role = type === 'user' ? 'user' : isSaid ? 'assistant' : 'system'
  return [{message: {role, parts, ...about}, path}]
}

function readThought(thought: unknown): Array<Part> {
  if (!isPlainObject(thought)) return []
  const subject = toText(thought.subject)
  const heading = subject === '' ? '' : `**${subject}**\n\n`
  const text = (heading + toText(thought.description)).trimEnd()
  return text === '' ? [] : [{type: 'reasoning', text}]
}

function readContent(content: unknown): Array<Part> {
  const parts = isArray(content) ? content : [content]
  return parts.flatMap(part => readGeminiPart(part))
}

/** Read a call, which has its result with it. */
function readCall(call: unknown): Array<Part> {
  if (!isPlainObject(call)) return []
  const about = {
    name: toText(call.name),
    ...compact({id: toText(call.id) || undefined})
  }
  const input = call.args ?? null
  const error = call.status === 'error' || call.status === 'cancelled'
  return [
    {type: 'tool-call', ...about, input},
    ...(call.result == null
      ? []
      : [
          {
            type: 'tool-result' as const,
            ...about,
            output: readOutput(call.result),
            ...(error && ({error: true} as const))
          }
        ])
  ]
}

/** Read a result; one output alone is that output. */
function readOutput(result: unknown): unknown {
  if (!isArray(result) || result.length !== 1) return result
  const [part]: Array<unknown> = result
  const response = isPlainObject(part) ? part.functionResponse : undefined
  const value = isPlainObject(response) ? response.response : undefined
  if (!isPlainObject(value) || Object.keys(value).length !== 1) return result
  return toText(value.output) || toText(value.error) || value
}
