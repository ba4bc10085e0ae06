import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {compact} from '../compact.ts'
import type {ImportOptions} from '../import/import-options.ts'
import {readBlockOutput} from '../import/read-block-output.ts'
import {readHidden} from '../import/read-hidden.ts'
import {readItem} from '../import/read-item.ts'
import type {Step} from '../import/step.ts'
import {toList} from '../import/to-list.ts'
import {toText} from '../import/to-text.ts'
import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'

type Value = Record<string, unknown>

/**
 * Read a line.
 *
 * @param names
 *   Names of tools by the ids of their calls.
 */
export function readLine(
  line: Value,
  path: Loss['path'],
  names: Map<string, string>,
  options: Readonly<ImportOptions>
): Array<Step> {
  const parts = readParts(line, names)
  const role = toRole(line.type)
  if (isHidden(line)) {
    return readHidden({role, parts}, path, 'Grok Build', options)
  }
  const model = toText(line.model_id) || undefined
  if (parts.length === 0) return []
  return [{message: {role, parts, ...compact({model})}, path}]
}

/** Note: an interjection is a message of the user while the model works. */
function isHidden({type, synthetic_reason: reason}: Value): boolean {
  if (type === 'system') return true
  return reason != null && reason !== 'interjection'
}

function toRole(type: unknown): string {
  if (type === 'system' || type === 'user') return type
  return type === 'tool_result' ? 'tool' : 'assistant'
}

function readParts(line: Value, names: Map<string, string>): Array<Part> {
  switch (line.type) {
    case 'backend_tool_call':
      return [readBackendCall(line)]
    case 'reasoning':
      return readItem(line, names)
    case 'tool_result':
      return [readResult(line, names)]
    default:
      return [
        ...readItem({...line, type: 'message'}, names),
        ...toList(line.tool_calls)
          .filter(isPlainObject)
          .flatMap(call => readItem({...call, type: 'function_call'}, names))
      ]
  }
}

/** Read a call that the server made; its result is not there. */
function readBackendCall({kind}: Value): Part {
  const value = isPlainObject(kind) ? kind : {}
  const name = toText(value.tool_type) || 'backend_tool_call'
  return {type: 'other', kind: name, value: kind ?? null}
}

function readResult(line: Value, names: ReadonlyMap<string, string>): Part {
  const id = toText(line.tool_call_id) || undefined
  return {
    type: 'tool-result',
    name: names.get(id ?? '') ?? '',
    ...compact({id}),
    output: readBlockOutput(line.content)
  }
}
