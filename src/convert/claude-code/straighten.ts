// iFlow CLI keeps its sessions in the lines of Claude Code, with three
// differences: each answer names the last question as its parent, so answers
// look like branches; a call is in each line up to that of its result; and a
// result is in a `functionResponse`, as Gemini’s API has it.

import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import type {ImportOptions} from '../import/import-options.ts'
import type {Line} from '../import/list-lines.ts'
import {loseKeys} from '../import/lose-keys.ts'
import {toList} from '../import/to-list.ts'

type Value = Record<string, unknown>

/** The result of a tool, as Gemini’s API has it. */
interface OwnResult extends Value {
  responseParts: Value
}

/** Turn the lines of iFlow CLI into those of Claude Code, which stay as they are. */
export function straighten(
  lines: ReadonlyArray<Line>,
  options: Readonly<ImportOptions>
): ReadonlyArray<Line> {
  const results = lines.flatMap(line =>
    listBlocks(line).flatMap(({block, path}) =>
      isOwnResult(block.content) ? [{value: block.content, path}] : []
    )
  )
  if (results.length === 0) return lines
  loseKeys(results, knownKeys, options)
  const seen = new Set<unknown>()
  return lines.map(line => straightenLine(line, seen))
}

/** Keys of a result that are read. */
const knownKeys: ReadonlySet<string> = new Set(['callId', 'responseParts'])

function listBlocks({
  value: {message},
  index
}: Line): Array<{block: Value; path: Array<number | string>}> {
  const content = isPlainObject(message) ? toList(message.content) : []
  return content.flatMap((block, at) =>
    isPlainObject(block)
      ? [{block, path: [index, 'message', 'content', at, 'content']}]
      : []
  )
}

function isOwnResult(content: unknown): content is OwnResult {
  return isPlainObject(content) && isPlainObject(content.responseParts)
}

/** Note: without parents, each line follows the one before it. */
function straightenLine({value, index}: Line, seen: Set<unknown>): Line {
  const {parentUuid: _, message, ...rest} = value
  if (!isPlainObject(message) || !isArray(message.content)) {
    return {value: {...rest, message}, index}
  }
  const content = message.content.flatMap(block => readBlock(block, seen))
  return {value: {...rest, message: {...message, content}}, index}
}

/** Read a block; none if it is a call that is there already. */
function readBlock(block: unknown, seen: Set<unknown>): Array<unknown> {
  if (!isPlainObject(block)) return [block]
  if (block.type === 'tool_use' && block.id !== undefined) {
    if (seen.has(block.id)) return []
    seen.add(block.id)
  }
  const {content} = block
  return isOwnResult(content)
    ? [{...block, content: toOutput(content)}]
    : [block]
}

/** The result of a tool: its output alone, if there is nothing else. */
function toOutput({responseParts}: OwnResult): unknown {
  const {functionResponse: said} = responseParts
  const response = isPlainObject(said) ? said.response : undefined
  if (!isPlainObject(response)) return responseParts
  const {output, ...rest} = response
  return output !== undefined && Object.keys(rest).length === 0
    ? output
    : response
}
