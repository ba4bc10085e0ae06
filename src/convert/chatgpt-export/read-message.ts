// In: a message of ChatGPT. Out: the steps of an answer: a text, a call of
// a tool (a message to a recipient), or its result (a message of a tool).

import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Step} from '../import/step.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {ChatMessage, Part} from '../message.ts'
import {addAttachments} from './add-attachments.ts'
import {isHidden} from './is-hidden.ts'
import type {Progress} from './progress.ts'
import {readCall} from './read-call.ts'
import {readContent} from './read-content.ts'
import {readResult} from './read-result.ts'
import {resolveText} from './resolve-text.ts'
import type {ChatgptMessage} from './schema.ts'

/** Read a message. */
export function readMessage(
  message: ChatgptMessage,
  path: Loss['path'],
  progress: Progress,
  options: Readonly<ImportOptions>
): Array<Step> {
  if (isHidden(message) && !options.hidden) {
    if (message.content && readContent(message.content).length > 0) {
      const reason =
        'Cannot see a message that ChatGPT hides: `hidden: true` keeps it'
      lose(options, 'hidden-dropped', path, reason)
    }
    return []
  }
  const parts = readParts(message, path, progress, options)
  if (parts.length === 0) return []
  return [
    {
      message: toMessage(message, parts),
      path,
      // Note: a call ends a step and not the answer, whatever `end_turn` says.
      ends: message.end_turn === true && message.author.role === 'assistant'
    }
  ]
}

function readParts(
  message: ChatgptMessage,
  path: Loss['path'],
  progress: Progress,
  options: Readonly<ImportOptions>
): Array<Part> {
  const {author, content, metadata, recipient} = message
  if (!content) return addAttachments([], metadata ?? {})
  if (author.role === 'tool') {
    return readResult(message, content, path, progress, options)
  }
  const parts = readContent(content)
  if (author.role !== 'assistant') return addAttachments(parts, metadata ?? {})
  if (recipient && recipient !== 'all') {
    return readCall(message, recipient, content, progress, options)
  }
  return resolveText(parts, metadata ?? {}, path, options)
}

function toMessage(
  {id, author, create_time, metadata}: ChatgptMessage,
  parts: Array<Part>
): ChatMessage {
  return {
    role: author.role,
    parts,
    ...compact({
      id,
      time: toTime(create_time, 's'),
      model: isAnswer(author.role)
        ? toText(metadata?.model_slug) || undefined
        : undefined
    })
  }
}

/** Note: a result has the model that called the tool, which says nothing new. */
function isAnswer(role: string): boolean {
  return role === 'assistant'
}
