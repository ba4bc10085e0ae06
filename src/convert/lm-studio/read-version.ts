import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {ResultMatcher} from '../import/match-results.ts'
import type {Step} from '../import/step.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'

type Value = Record<string, unknown>

/** Read a version of a message: one step, or many. */
export function readVersion(
  version: Value,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Step> {
  const parts =
    version.type === 'multiStep'
      ? toList(version.steps)
          .filter(isPlainObject)
          .flatMap(step => readStep(step, path, matcher, options))
      : readContent(version.content, path, matcher, options)
  if (parts.length === 0) return []
  const {senderInfo} = version
  const sender = isPlainObject(senderInfo) ? toText(senderInfo.senderName) : ''
  const role = toText(version.role) || 'user'
  const model = role === 'assistant' ? sender || undefined : undefined
  return [{message: {role, parts, ...compact({model})}, path}]
}

/** Read a step; those that are no blocks of content say how far it is. */
function readStep(
  step: Value,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Part> {
  if (step.type !== 'contentBlock') return []
  const parts = readContent(step.content, path, matcher, options)
  const isThinking = isPlainObject(step.style) && step.style.type === 'thinking'
  if (!isThinking) return parts
  return parts.map(part =>
    part.type === 'text' ? {type: 'reasoning', text: part.text} : part
  )
}

function readContent(
  content: unknown,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Part> {
  return toList(content)
    .filter(isPlainObject)
    .flatMap(value => readPart(value, path, matcher, options))
}

function readPart(
  value: Value,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Part> {
  const kind = toText(value.type)
  switch (kind) {
    case 'text': {
      const text = toText(value.text)
      return text.trim() === '' ? [] : [{type: 'text', text}]
    }
    case 'file':
      return [readFile(value, path, options)]
    case 'toolCallRequest':
      return [readCall(value, matcher)]
    case 'toolCallResult':
      return [readResult(value, matcher)]
    default:
      return [{type: 'other', kind, value: omit(value, ['type'])}]
  }
}

function readFile(
  value: Value,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Part {
  const ref = toText(value.fileIdentifier) || undefined
  const reason = `Cannot find \`${ref ?? 'a file'}\`: the conversation does not hold it`
  lose(options, 'file-unresolved', path, reason)
  const isImage = value.fileType === 'image'
  const mediaType = isImage ? 'image/*' : undefined
  return {type: 'file', ...compact({ref, mediaType})}
}

function readCall(value: Value, matcher: ResultMatcher): Part {
  const id = toText(value.toolCallRequestId) || toText(value.callId)
  const call = {name: toText(value.name), ...compact({id: id || undefined})}
  matcher.add(call)
  return {type: 'tool-call', ...call, input: value.parameters ?? null}
}

function readResult(value: Value, matcher: ResultMatcher): Part {
  const named = toText(value.toolCallRequestId) || toText(value.toolCallId)
  const id = named || undefined
  const name = matcher.take(id)?.name ?? ''
  const output = value.content ?? ''
  return {type: 'tool-result', name, ...compact({id}), output}
}
