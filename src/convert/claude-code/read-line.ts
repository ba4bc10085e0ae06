import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {ResultMatcher} from '../import/match-results.ts'
import type {Step} from '../import/step.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {toTime} from '../import/to-time.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {readBlock} from './read-block.ts'

type Value = Record<string, unknown>

/** Read a line: a message of a user, the model, or a tool. */
export function readLine(
  line: Value,
  path: Loss['path'],
  matcher: ResultMatcher,
  options: Readonly<ImportOptions>
): Array<Step> {
  if (line.type === 'attachment') return readAttachment(line, path, options)
  if (line.type === 'system') return readSystem(line, path, options)
  if (line.type !== 'user' && line.type !== 'assistant') return []
  const {message} = line
  if (!isPlainObject(message) || message.content == null) {
    const reason = 'Cannot read a message: it has no `content`'
    lose(options, 'unknown-part', path, reason)
    return []
  }
  const isHidden = line.isMeta === true || line.isCompactSummary === true
  const parts = readContent(message.content, matcher)
  if (isHidden && !options.hidden) return hide(parts, path, options)
  return toSteps(line, message, parts).map(message => ({message, path}))
}

function readContent(content: unknown, matcher: ResultMatcher): Array<Part> {
  const blocks = typeof content === 'string' ? [content] : toList(content)
  return blocks.flatMap(block => readBlock(block, matcher))
}

/** Note: results of tools are in a message of the user, first. */
function toSteps(
  line: Value,
  message: Value,
  parts: ReadonlyArray<Part>
): Array<Step['message']> {
  const role = String(line.type)
  const model = toText(message.model)
  const about = compact({
    id: toText(message.id) || toText(line.uuid) || undefined,
    time: toTime(line.timestamp, 'ms'),
    // Note: messages of Claude Code itself, such as an error, have this model.
    model: model === '<synthetic>' ? undefined : model || undefined
  })
  const results = parts.filter(({type}) => type === 'tool-result')
  const rest = parts.filter(({type}) => type !== 'tool-result')
  return [
    {role: 'tool', parts: results, ...about},
    {role, parts: rest, ...about}
  ].filter(({parts}) => parts.length > 0)
}

/** Read an attachment: a question that was asked while the model worked. */
function readAttachment(
  line: Value,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const attachment = isPlainObject(line.attachment) ? line.attachment : {}
  const kind = toText(attachment.type)
  const about = compact({
    id: toText(line.uuid) || undefined,
    time: toTime(line.timestamp, 'ms')
  })
  if (kind === 'queued_command') {
    const parts = toTexts(attachment.prompt)
    return parts.length === 0
      ? []
      : [{message: {role: 'user', parts, ...about}, path}]
  }
  const parts: Array<Part> = [
    {type: 'other', kind: kind || 'attachment', value: attachment}
  ]
  if (!options.hidden) return hide(parts, path, options)
  return [{message: {role: 'assistant', parts, ...about}, path}]
}

/** Read a question, as text or as blocks of it. */
function toTexts(prompt: unknown): Array<Part> {
  const texts = isArray(prompt)
    ? prompt.map(block => toText(isPlainObject(block) ? block.text : block))
    : [toText(prompt)]
  return texts
    .filter(text => text.trim() !== '')
    .map(text => ({type: 'text', text}))
}

function readSystem(
  line: Value,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  const parts = toTexts(line.content)
  if (!options.hidden) return hide(parts, path, options)
  return parts.length === 0 ? [] : [{message: {role: 'system', parts}, path}]
}

function hide(
  parts: ReadonlyArray<Part>,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  if (parts.length > 0) {
    const reason =
      'Cannot see a message that Claude Code hides: `hidden: true` keeps it'
    lose(options, 'hidden-dropped', path, reason)
  }
  return []
}
