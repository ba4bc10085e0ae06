import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toJsonText} from '../json-text.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ToolCallPart, ToolResultPart} from '../message.ts'
import type {
  AnthropicAssistantBlock,
  AnthropicToolResultBlock
} from './types.ts'

/** Write a call; `pairTools` has seen to it that it has an id. */
export function writeCall(
  {name, id = '', input}: ToolCallPart,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): AnthropicAssistantBlock {
  if (input === undefined) return {type: 'tool_use', id, name, input: {}}
  if (isPlainObject(input)) return {type: 'tool_use', id, name, input}
  const reason = `Cannot keep the arguments of \`${name}\` as they are: Anthropic takes an object alone, so they are its \`value\``
  lose(options, 'tool-args-not-json', [...path, 'input'], reason)
  return {type: 'tool_use', id, name, input: {value: input}}
}

/** Write a result. */
export function writeResult({
  id = '',
  output,
  error
}: ToolResultPart): AnthropicToolResultBlock {
  return {
    type: 'tool_result',
    tool_use_id: id,
    ...(output !== '' && {content: writeOutput(output)}),
    ...(error && {is_error: true})
  }
}

function writeOutput(
  output: unknown
): NonNullable<AnthropicToolResultBlock['content']> {
  if (typeof output === 'string') return output
  return isBlocks(output) ? output : toJsonText(output)
}

/** Whether an output is blocks, as Anthropic itself writes them. */
function isBlocks(
  output: unknown
): output is Extract<AnthropicToolResultBlock['content'], Array<unknown>> {
  return isArray(output) && output.length > 0 && output.every(isBlock)
}

function isBlock(value: unknown): boolean {
  if (!isPlainObject(value)) return false
  if (value.type === 'text') return typeof value.text === 'string'
  return (
    (value.type === 'image' || value.type === 'document') &&
    isPlainObject(value.source) &&
    typeof value.source.type === 'string'
  )
}
