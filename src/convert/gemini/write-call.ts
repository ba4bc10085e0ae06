import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ToolCallPart, ToolResultPart} from '../message.ts'
import type {GeminiPart} from './types.ts'

/** Write a call. */
export function writeCall(
  {name, id, input, meta}: ToolCallPart,
  path: ReadonlyArray<number | string>,
  options: Readonly<LossOptions>
): GeminiPart {
  const signature = meta?.thoughtSignature
  if (input !== undefined && !isPlainObject(input)) {
    const reason = `Cannot keep the arguments of \`${name}\` as they are: Gemini takes an object alone, so they are its \`value\``
    lose(options, 'tool-args-not-json', [...path, 'input'], reason)
  }
  return {
    functionCall: {
      ...(id !== undefined && {id}),
      name,
      args: toArguments(input)
    },
    ...(typeof signature === 'string' && {thoughtSignature: signature})
  }
}

function toArguments(input: unknown): Record<string, unknown> {
  if (input === undefined) return {}
  return isPlainObject(input) ? input : {value: input}
}

/** Write a result: an object, as it is where it cannot be taken for another. */
export function writeResult({
  name,
  id,
  output,
  error
}: ToolResultPart): GeminiPart {
  return {
    functionResponse: {
      ...(id !== undefined && {id}),
      name,
      response: toResponse(output, error)
    }
  }
}

function toResponse(
  output: unknown,
  error: true | undefined
): Record<string, unknown> {
  if (error) return {error: output}
  return isPlainObject(output) && !isWrapped(output) ? output : {output}
}

/** Whether an object is the output or the error in its only key. */
export function isWrapped(value: Record<string, unknown>): boolean {
  const [key, ...others] = Object.keys(value)
  return others.length === 0 && (key === 'output' || key === 'error')
}
