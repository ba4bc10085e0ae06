// In: an item of OpenAI's Responses API, as logs and exports of other programs
// hold it, with keys missing and arguments that are no strings. Out: parts.

import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'
import {readArguments} from '../read-arguments.ts'
import {toList} from './to-list.ts'
import {toText} from './to-text.ts'

type Value = Record<string, unknown>

/**
 * Read an item.
 *
 * @param names
 *   Names of tools by the ids of their calls, which results do not say.
 */
export function readItem(item: Value, names: Map<string, string>): Array<Part> {
  const kind = toText(item.type) || 'message'
  switch (kind) {
    case 'message':
      return readMessage(item)
    case 'reasoning':
      return readReasoning(item)
    case 'custom_tool_call':
    case 'function_call':
      return [readCall(item, names)]
    case 'custom_tool_call_output':
    case 'function_call_output':
      return [readResult(item, names)]
    default:
      return [{type: 'other', kind, value: omit(item, ['type'])}]
  }
}

function readMessage({content}: Value): Array<Part> {
  if (typeof content === 'string') return toTexts(content)
  return toList(content).flatMap(readContent)
}

function toTexts(text: string): Array<Part> {
  return text.trim() === '' ? [] : [{type: 'text', text}]
}

function readContent(part: unknown): Array<Part> {
  if (!isPlainObject(part)) return toTexts(toText(part))
  const kind = toText(part.type)
  switch (kind) {
    case 'input_text':
    case 'output_text':
    case 'text':
      return toTexts(toText(part.text))
    case 'refusal':
      return [{type: 'refusal', text: toText(part.refusal)}]
    case 'input_image':
      return [readImage(part)]
    default:
      return [{type: 'other', kind, value: omit(part, ['type'])}]
  }
}

function readImage(part: Value): Part {
  const url = toText(part.image_url)
  const ref = toText(part.file_id)
  return {
    type: 'file',
    mediaType: 'image/*',
    ...compact({url: url || undefined, ref: ref || undefined})
  }
}

function readReasoning(item: Value): Array<Part> {
  const all = [...toList(item.summary), ...toList(item.content)]
  const texts = all
    .map(part => (isPlainObject(part) ? toText(part.text) : toText(part)))
    .filter(text => text.trim() !== '')
  const {duration} = item
  const meta = compact({
    id: toText(item.id) || undefined,
    encrypted: toText(item.encrypted_content) || undefined,
    duration: typeof duration === 'number' ? duration : undefined
  })
  const hasMeta = Object.keys(meta).length > 0
  if (texts.length === 0 && !hasMeta) return []
  const text = texts.join('\n\n')
  return [{type: 'reasoning', text, ...(hasMeta && {meta})}]
}

function readCall(item: Value, names: Map<string, string>): Part {
  const name = toText(item.name)
  const id = toText(item.call_id) || toText(item.id) || undefined
  if (id !== undefined) names.set(id, name)
  const value = item.arguments ?? item.input
  const summary = toText(item.summary)
  return {
    type: 'tool-call',
    name,
    ...compact({id}),
    ...(typeof value === 'string'
      ? readArguments(value)
      : {input: value ?? null}),
    ...(summary !== '' && {meta: {summary}})
  }
}

function readResult(item: Value, names: ReadonlyMap<string, string>): Part {
  const id = toText(item.call_id) || undefined
  return {
    type: 'tool-result',
    name: names.get(id ?? '') ?? toText(item.name),
    ...compact({id}),
    output: readOutput(item.output)
  }
}

/** Read an output; one text alone is that text. */
function readOutput(output: unknown): unknown {
  if (!Array.isArray(output)) return output ?? ''
  const [part, ...rest] = output
  const isText = isPlainObject(part) && 'text' in part && rest.length === 0
  return isText ? toText(part.text) : output
}
