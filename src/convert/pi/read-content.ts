import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import {toTextParts} from '../import/to-text-parts.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'

type Value = Record<string, unknown>

/** Read a content: a text, or blocks. */
export function readContent(content: unknown): Array<Part> {
  return typeof content === 'string'
    ? toTextParts(content)
    : toList(content).flatMap(readBlock)
}

function readBlock(block: unknown): Array<Part> {
  if (!isPlainObject(block)) return toTextParts(block)
  const kind = toText(block.type)
  switch (kind) {
    case 'text':
      return toTextParts(block.text)
    case 'thinking':
      return readThinking(block)
    case 'image':
      return [readImage(block)]
    case 'toolCall':
      return [readCall(block)]
    default:
      return [{type: 'other', kind, value: omit(block, ['type'])}]
  }
}

/** Note: of redacted thoughts only the signature is there. */
function readThinking(block: Value): Array<Part> {
  const text = toText(block.thinking)
  const signature = toText(block.thinkingSignature)
  if (text.trim() === '' && signature === '') return []
  const redacted = block.redacted === true ? true : undefined
  const meta = compact({signature: signature || undefined, redacted})
  const hasMeta = Object.keys(meta).length > 0
  return [{type: 'reasoning', text, ...(hasMeta && {meta})}]
}

function readImage(block: Value): Part {
  const data = toText(block.data) || undefined
  const mediaType = toText(block.mimeType) || 'image/*'
  return {type: 'file', mediaType, ...compact({data})}
}

function readCall(block: Value): Part {
  return {
    type: 'tool-call',
    name: toText(block.name),
    ...compact({id: toText(block.id) || undefined}),
    input: block.arguments ?? null
  }
}
