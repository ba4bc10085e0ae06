import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ResultMatcher} from '../import/match-results.ts'
import {readBlockOutput} from '../import/read-block-output.ts'
import {readImage} from '../import/read-image.ts'
import {toText} from '../import/to-text.ts'
import type {Part} from '../message.ts'
import {omit} from '../omit.ts'

/** Read a block of a message, as Anthropic's API has it. */
export function readBlock(block: unknown, matcher: ResultMatcher): Array<Part> {
  if (!isPlainObject(block)) return toTexts(toText(block))
  const kind = toText(block.type)
  switch (kind) {
    case 'text':
      return toTexts(toText(block.text))
    case 'thinking':
      return readThinking(block)
    case 'image':
      return readImage(block)
    case 'tool_use':
      return [readCall(block, matcher)]
    case 'tool_result':
      return [readResult(block, matcher)]
    default:
      return [{type: 'other', kind, value: omit(block, ['type'])}]
  }
}

function toTexts(text: string): Array<Part> {
  return text.trim() === '' ? [] : [{type: 'text', text}]
}

function readThinking(block: Record<string, unknown>): Array<Part> {
  const text = toText(block.thinking)
  const signature = toText(block.signature)
  if (text.trim() === '' && signature === '') return []
  return [
    {type: 'reasoning', text, ...(signature !== '' && {meta: {signature}})}
  ]
}

function readCall(
  block: Record<string, unknown>,
  matcher: ResultMatcher
): Part {
  const call = compact({
    name: toText(block.name),
    id: toText(block.id) || undefined
  })
  matcher.add(call)
  return {type: 'tool-call', ...call, input: block.input ?? null}
}

function readResult(
  block: Record<string, unknown>,
  matcher: ResultMatcher
): Part {
  const id = toText(block.tool_use_id) || undefined
  return {
    type: 'tool-result',
    name: matcher.take(id)?.name ?? '',
    ...compact({id}),
    output: readBlockOutput(block.content),
    ...(block.is_error === true && {error: true})
  }
}
