import {compact} from '../compact.ts'
import {dropRest} from '../drop-rest.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Part} from '../message.ts'
import {keepOwnPart} from '../own-part.ts'
import {readArguments} from '../read-arguments.ts'
import {readContent} from './read-content.ts'
import type {ResponsesReadItem} from './schema.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions> | null | undefined
type Item<T extends string> = Extract<ResponsesReadItem, {type: T}>

/**
 * Read an item as a message of its own.
 *
 * @param names
 *   Names of tools by the ids of their calls, in the items before.
 */
export function readItem(
  item: ResponsesReadItem,
  path: Path,
  names: Map<string, string>,
  options: Options
): ChatMessage {
  switch (item.type) {
    case 'message': {
      const {role, content, id} = item
      dropRest(item, ['type', 'role', 'content', 'id', 'status'], path, options)
      const parts = readContent(content, [...path, 'content'], options)
      return {role, parts, ...compact({id})}
    }
    case 'reasoning':
      return answer(readReasoning(item, path, options))
    case 'function_call':
    case 'custom_tool_call':
      if (item.call_id) names.set(item.call_id, item.name)
      return answer(readCall(item, path, options))
    case 'function_call_output':
    case 'custom_tool_call_output':
      return {role: 'tool', parts: [readResult(item, path, names, options)]}
    default:
      return answer(keepOwnPart(item, 'openai-responses'))
  }
}

function answer(part: Part): ChatMessage {
  return {role: 'assistant', parts: [part]}
}

function readReasoning(
  {
    type: _type,
    status: _status,
    id,
    summary,
    content,
    encrypted_content,
    ...rest
  }: Item<'reasoning'>,
  path: Path,
  options: Options
): Part {
  const [summaries = [], texts = []] = [summary, content].map(
    list => list ?? []
  )
  const said = summaries.length > 0 ? summaries : texts
  dropRest({...rest, ...(said === summaries && {content})}, [], path, options)
  const meta = compact({id, encrypted_content})
  return {
    type: 'reasoning',
    text: said.map(({text}) => text).join('\n\n'),
    ...(Object.keys(meta).length > 0 && {meta})
  }
}

function readCall(
  item: Item<'custom_tool_call' | 'function_call'>,
  path: Path,
  options: Options
): Part {
  const {type, id, call_id, name} = item
  const isCustom = type === 'custom_tool_call'
  const known = ['type', 'id', 'call_id', 'name', 'status']
  dropRest(item, [...known, isCustom ? 'input' : 'arguments'], path, options)
  const said = {name, ...(call_id && {id: call_id})}
  if (isCustom) {
    const {input} = item
    return {type: 'tool-call', ...said, input, meta: {type: 'custom'}}
  }
  return {
    type: 'tool-call',
    ...said,
    ...readArguments(item.arguments),
    ...(typeof id === 'string' && {meta: {id}})
  }
}

function readResult(
  {
    type: _type,
    id: _id,
    status: _status,
    call_id: id,
    output,
    name,
    ...rest
  }: Item<'custom_tool_call_output' | 'function_call_output'>,
  path: Path,
  names: ReadonlyMap<string, string>,
  options: Options
): Part {
  dropRest(rest, [], path, options)
  const own = typeof name === 'string' ? name : ''
  return {
    type: 'tool-result',
    name: names.get(id ?? '') ?? own,
    ...(id && {id}),
    output: output ?? ''
  }
}
