import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {readDataUrl} from '../data-url.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Step} from '../import/step.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {toMediaType} from '../parts/media-type.ts'
import {toSendTime} from './to-send-time.ts'

type Value = Record<string, unknown>

/** Read a message; each is a turn of its own, as several characters may talk. */
export function readLine(
  line: Value,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): Array<Step> {
  loseSwipes(line, path, options)
  const extra = isPlainObject(line.extra) ? line.extra : {}
  const parts = readParts(line, extra)
  if (parts.length === 0) {
    lose(options, 'empty-turn-dropped', path, 'Cannot keep an empty message')
    return []
  }
  // Note: one that has a type, such as that of a narrator, is shown.
  if (line.is_system === true && !extra.type && !options.hidden) {
    const reason =
      'Cannot see a message that SillyTavern hides: `hidden: true` keeps it'
    lose(options, 'hidden-dropped', path, reason)
    return []
  }
  const role = line.is_user === true ? 'user' : 'assistant'
  const about = compact({
    name: toText(line.name) || undefined,
    time: toSendTime(line.send_date),
    model: toText(extra.model) || undefined
  })
  return [{message: {role, parts, ...about}, path, ends: true}]
}

function loseSwipes(
  {swipes}: Value,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): void {
  const count = toList(swipes).length - 1
  if (count < 1) return
  const reason = `Cannot keep ${count} other answers, only the one that is shown`
  lose(options, 'branch-dropped', [...path, 'swipes'], reason)
}

function readParts(line: Value, extra: Value): Array<Part> {
  const reasoning = toText(extra.reasoning)
  const text = toText(line.mes)
  const parts: Array<Part> = []
  if (reasoning.trim() !== '') parts.push({type: 'reasoning', text: reasoning})
  if (text.trim() !== '') parts.push({type: 'text', text})
  const url = toText(extra.image)
  if (url === '') return parts
  const mediaType = toMediaType(url) ?? 'image/*'
  const image = readDataUrl(url) ?? {mediaType, url}
  return [...parts, {type: 'file', ...image}]
}
