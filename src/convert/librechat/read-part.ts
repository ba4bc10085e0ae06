import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {toText} from '../import/to-text.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'
import {readArguments} from '../read-arguments.ts'

type Value = Record<string, unknown>

/** Read a part of a message; one that no reader knows is kept as it is. */
export function readPart(part: unknown): Array<Part> {
  if (!isPlainObject(part)) return toTexts(toText(part))
  const kind = toText(part.type)
  switch (kind) {
    case 'text':
      return toTexts(readValue(part.text))
    case 'think': {
      const text = readValue(part.think)
      return text.trim() === '' ? [] : [{type: 'reasoning', text}]
    }
    case 'tool_call':
      return isPlainObject(part.tool_call) ? readTool(part.tool_call) : []
    case 'image_file':
      return [toImage(isPlainObject(part.image_file) ? part.image_file : {})]
    case 'image_url':
      return [toImage(isPlainObject(part.image_url) ? part.image_url : {})]
    default:
      return [{type: 'other', kind, value: omit(part, ['type'])}]
  }
}

function toTexts(text: string): Array<Part> {
  return text.trim() === '' ? [] : [{type: 'text', text}]
}

/** Read a text, which may be in an object. */
function readValue(value: unknown): string {
  return isPlainObject(value) ? toText(value.value) : toText(value)
}

/** Read a call, which has its result with it. */
function readTool(call: Value): Array<Part> {
  const about = {
    name: toText(call.name),
    ...compact({id: toText(call.id) || undefined})
  }
  const {args, output} = call
  const input =
    typeof args === 'string' ? readArguments(args) : {input: args ?? null}
  return [
    {type: 'tool-call', ...about, ...input},
    ...(output == null
      ? []
      : [{type: 'tool-result' as const, ...about, output}])
  ]
}

function toImage(image: Value): Part {
  return {
    type: 'file',
    mediaType: toText(image.type) || 'image/*',
    ...compact({
      name: toText(image.filename) || undefined,
      url: toText(image.url) || toText(image.filepath) || undefined,
      ref: toText(image.file_id) || undefined
    })
  }
}
