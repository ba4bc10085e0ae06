import {fromProviderOptions} from '../ai-sdk/provider-options.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part} from '../message.ts'
import {type Arguments, readArguments} from '../read-arguments.ts'
import type {AiSdkUiInputTool} from './schema.ts'

/** Parts of a call with its result. */
export interface ToolParts {
  /** Parts that stand where the call is. */
  here: Array<Part>
  /** Parts that stand at the end of the step. */
  after: Array<Part>
}

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>
interface Outcome {
  output: unknown
  error?: true
}

/** Read a call and its result, which are one part in messages of `useChat`. */
export function readTool(
  part: AiSdkUiInputTool,
  path: Path,
  options: Options
): ToolParts {
  const {toolName: name, toolCallId: id, state} = part
  if (state === 'input-streaming') {
    const reason = `Cannot keep the call of \`${name}\`: its arguments are not complete`
    lose(options, 'unknown-part', path, reason)
    return {here: [], after: []}
  }
  if (state.startsWith('approval-')) {
    const reason = `Cannot keep the approval of the call of \`${name}\`: a note has no place for it`
    lose(options, 'unknown-part', [...path, 'state'], reason)
  }
  const outcome = readOutcome(part, path, options)
  if (part.providerExecuted)
    return {here: toServerParts(part, outcome), after: []}
  const meta = fromProviderOptions(part.callProviderMetadata)
  return {
    here: [
      {
        type: 'tool-call',
        name,
        id,
        ...readInput(part),
        ...(Object.keys(meta).length > 0 && {meta})
      }
    ],
    after: outcome ? [{type: 'tool-result', name, id, ...outcome}] : []
  }
}

/** Read arguments, which are the text of the model if they could not be read. */
function readInput({input, rawInput}: AiSdkUiInputTool): Arguments {
  const given = input ?? rawInput ?? {}
  return input === undefined && typeof given === 'string'
    ? readArguments(given)
    : {input: given}
}

function readOutcome(
  part: AiSdkUiInputTool,
  path: Path,
  options: Options
): Outcome | undefined {
  const {state, output, errorText = ''} = part
  if (state === 'output-available') return {output: output ?? null}
  if (state === 'output-error') return {output: errorText, error: true}
  if (state !== 'output-denied') return undefined
  const reason = 'Cannot keep that a call was denied: it is a failure here'
  lose(options, 'unknown-part', [...path, 'state'], reason)
  return {output: 'Denied', error: true}
}

/** A provider that runs a tool itself has the result beside the call. */
function toServerParts(
  part: AiSdkUiInputTool,
  outcome: Outcome | undefined
): Array<Part> {
  const {toolName, toolCallId, callProviderMetadata: said} = part
  const call = {
    type: 'tool-call',
    toolCallId,
    toolName,
    input: readInput(part).input,
    providerExecuted: true,
    ...(said && {providerOptions: said})
  }
  const parts: Array<Part> = [{type: 'other', kind: call.type, value: call}]
  if (!outcome) return parts
  const {output, error} = outcome
  const type = `${error ? 'error-' : ''}${typeof output === 'string' && !error ? 'text' : 'json'}`
  const result = {
    type: 'tool-result',
    toolCallId,
    toolName,
    output: {type, value: output}
  }
  return [...parts, {type: 'other', kind: result.type, value: result}]
}
