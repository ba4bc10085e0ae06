import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {readBlockOutput} from '../import/read-block-output.ts'
import {readHidden} from '../import/read-hidden.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTextParts} from '../import/to-text-parts.ts'
import {toTime} from '../import/to-time.ts'
import {writeCode} from '../import/write-code.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {ChatMessage, Part} from '../message.ts'
import {readContent} from './read-content.ts'

type Value = Record<string, unknown>

/** Read an entry: a message, or a text of pi in place of others. */
export function readEntry(
  entry: Value,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const about = compact({
    id: toText(entry.id) || undefined,
    time: toTime(entry.timestamp, 'ms')
  })
  if (entry.type !== 'message') {
    return readTold(entry, about, path, options)
  }
  if (!isPlainObject(entry.message)) {
    const reason = 'Cannot read a message: it is no object'
    lose(options, 'unknown-part', path, reason)
    return []
  }
  const message = readMessage(entry.message)
  if (!message) return readTold(entry.message, about, path, options)
  return message.parts.length === 0
    ? []
    : [{message: {...message, ...about}, path}]
}

/** Read a message; nothing if pi says it. */
function readMessage(message: Value): ChatMessage | undefined {
  switch (message.role) {
    case 'user':
      return {role: 'user', parts: readContent(message.content)}
    case 'assistant':
      return {
        role: 'assistant',
        parts: [...readContent(message.content), ...readError(message)],
        ...compact({model: toText(message.model) || undefined})
      }
    case 'toolResult':
      return {role: 'tool', parts: [readResult(message)]}
    case 'bashExecution':
      return {role: 'user', parts: readCommand(message)}
    default:
      return undefined
  }
}

function readError({errorMessage}: Value): Array<Part> {
  const value = toText(errorMessage)
  return value === '' ? [] : [{type: 'other', kind: 'error', value}]
}

function readResult(message: Value): Part {
  return {
    type: 'tool-result',
    name: toText(message.toolName),
    ...compact({id: toText(message.toolCallId) || undefined}),
    output: readBlockOutput(message.content),
    ...(message.isError === true && {error: true})
  }
}

/** Read a command that the user ran, with its output, as code. */
function readCommand({command, output}: Value): Array<Part> {
  const codes = [writeCode('sh', toText(command))]
  if (toText(output) !== '') codes.push(writeCode('', toText(output)))
  return [{type: 'text', text: codes.join('\n\n')}]
}

/** Read a summary of other messages, or a message of an extension. */
function readTold(
  value: Value,
  about: Partial<ChatMessage>,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const parts = [...toTextParts(value.summary), ...readContent(value.content)]
  return readHidden({role: 'user', parts, ...about}, path, 'pi', options)
}
