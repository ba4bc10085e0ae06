import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part, ToolCallPart} from '../message.ts'
import {readArguments} from '../read-arguments.ts'

/** Read the value of a call: JSON of one, or of a list. */
export function readCalls(
  text: string,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): Array<Part> {
  const {input} = readArguments(text)
  const calls = isArray(input) ? input : [input]
  if (calls.length > 0 && calls.every(isCall)) return calls.map(readCall)
  const reason = 'Cannot read a call, expected JSON with a `name`: it is text'
  lose(options, 'tool-args-not-json', path, reason)
  return [{type: 'text', text}]
}

/**
 * Read the value of an observation: the result of one call, or a list with as
 * many results as there are calls.
 */
export function readResults(
  text: string,
  calls: ReadonlyArray<ToolCallPart>
): Array<Part> {
  const {input} = readArguments(text)
  const outputs =
    calls.length > 1 && isArray(input) && input.length === calls.length
      ? input
      : [text]
  return outputs.map((output, index) => ({
    type: 'tool-result',
    name: calls[index]?.name ?? '',
    output
  }))
}

interface Call {
  name: string
  arguments?: unknown
}

function isCall(value: unknown): value is Call {
  return isPlainObject(value) && typeof value.name === 'string'
}

function readCall({name, arguments: given = {}}: Call): ToolCallPart {
  return {
    type: 'tool-call',
    name,
    ...(typeof given === 'string' ? readArguments(given) : {input: given})
  }
}
