import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {toJsonText} from '../json-text.ts'
import {listResults} from '../list-results.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import {pathOf} from '../path-of.ts'
import type {Step} from '../to-steps.ts'
import type {ResponsesInputPart, ResponsesResultItem} from './types.ts'

/**
 * Write results.
 *
 * @param custom
 *   Ids of calls of custom tools.
 */
export function writeResults(
  step: Step,
  custom: ReadonlySet<string>,
  options: Readonly<LossOptions>
): Array<ResponsesResultItem> {
  return listResults(step).map(({id = '', output, error}, index) => {
    if (error) {
      const reason =
        'Cannot keep that a tool failed: an OpenAI request has no place for it'
      const path = [...pathOf(step, index), 'error']
      lose(options, 'extra-dropped', path, reason)
    }
    return {
      type: custom.has(id) ? 'custom_tool_call_output' : 'function_call_output',
      call_id: id,
      output: writeOutput(output)
    }
  })
}

function writeOutput(output: unknown): ResponsesResultItem['output'] {
  if (typeof output === 'string') return output
  return isParts(output) ? output : toJsonText(output)
}

/** Whether an output is parts, as OpenAI itself writes them. */
function isParts(output: unknown): output is Array<ResponsesInputPart> {
  return isArray(output) && output.length > 0 && output.every(isPart)
}

function isPart(value: unknown): boolean {
  if (!isPlainObject(value)) return false
  const {type, text} = value
  if (type === 'input_text') return typeof text === 'string'
  return type === 'input_image' || type === 'input_file'
}
