import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {dropRest} from '../drop-rest.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part} from '../message.ts'
import {keepOwnPart} from '../own-part.ts'
import {readFile} from './read-file.ts'
import type {AnthropicInputBlock} from './schema.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions> | null | undefined

/** Read a block of a message. */
export function readBlock(
  block: AnthropicInputBlock,
  path: Path,
  names: Map<string, string>,
  options: Options
): Part {
  switch (block.type) {
    case 'text':
      return readText(block, path, options)
    case 'image':
    case 'document':
      return readFile(block, path, options)
    case 'thinking':
    case 'redacted_thinking':
      return readThinking(block, path, options)
    case 'tool_use':
      return readCall(block, path, names, options)
    case 'tool_result':
      return readResult(block, path, names, options)
    default:
      return keepOwnPart(block, 'anthropic')
  }
}

type Block<T extends string> = Extract<AnthropicInputBlock, {type: T}>

function readText(
  {type, text, citations, ...rest}: Block<'text'>,
  path: Path,
  options: Options
): Part {
  dropRest(rest, [], path, options)
  if (citations && citations.length > 0) {
    const reason = 'Cannot keep the citations of a text: a chat has none'
    lose(options, 'citation-unresolved', [...path, 'citations'], reason)
  }
  return {type, text}
}

function readThinking(
  block: Block<'redacted_thinking' | 'thinking'>,
  path: Path,
  options: Options
): Part {
  if (block.type === 'redacted_thinking') {
    dropRest(block, ['type', 'data'], path, options)
    return {type: 'reasoning', text: '', meta: {redacted: block.data}}
  }
  const {type: _, thinking, signature, ...rest} = block
  dropRest(rest, [], path, options)
  return {
    type: 'reasoning',
    text: thinking,
    ...(typeof signature === 'string' && {meta: {signature}})
  }
}

function readCall(
  {type: _, id, name, input, ...rest}: Block<'tool_use'>,
  path: Path,
  names: Map<string, string>,
  options: Options
): Part {
  dropRest(rest, [], path, options)
  if (id) names.set(id, name)
  return {type: 'tool-call', name, ...(id && {id}), input: input ?? {}}
}

function readResult(
  {type: _, tool_use_id: id, content, is_error, ...rest}: Block<'tool_result'>,
  path: Path,
  names: ReadonlyMap<string, string>,
  options: Options
): Part {
  dropRest(rest, [], path, options)
  return {
    type: 'tool-result',
    name: names.get(id ?? '') ?? '',
    ...(id && {id}),
    output: readOutput(content),
    ...(is_error && {error: true})
  }
}

/** Read an output: a text that stands alone as text, other blocks as they are. */
function readOutput(content: Block<'tool_result'>['content']): unknown {
  if (typeof content === 'string') return content
  const [first, ...others] = content ?? []
  if (first === undefined) return ''
  return others.length === 0 && isText(first) ? first.text : content
}

function isText(value: unknown): value is {text: string} {
  return (
    isPlainObject(value) &&
    value.type === 'text' &&
    typeof value.text === 'string' &&
    Object.keys(value).length === 2
  )
}
