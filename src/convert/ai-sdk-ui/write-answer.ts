// A message of a model, as parts: a call and its result are one part, and a part
// of its own stands between the steps of a tool round.

import * as z from 'zod/mini'
import {name as format} from '../ai-sdk/name.ts'
import {writeMeta} from '../ai-sdk/provider-options.ts'
import {type AiSdkInputResult, serverPartSchema} from '../ai-sdk/schema.ts'
import type {AiSdkProviderOptions} from '../ai-sdk/types.ts'
import {toJsonText} from '../json-text.ts'
import {losePart} from '../lose-part.ts'
import {loseRaw} from '../lose-raw.ts'
import type {LossOptions} from '../loss.ts'
import type {OtherPart, Part, TextPart, ToolCallPart} from '../message.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import type {AiSdkUiPart, AiSdkUiToolPart} from './types.ts'
import {writePart} from './write-part.ts'

type Path = ReadonlyArray<number | string>
type Written = AiSdkUiPart | string | undefined

interface State {
  options: Readonly<LossOptions>
  /** Calls of this step that have no result yet, by their ids. */
  calls: Map<string, AiSdkUiToolPart>
}

interface Result {
  id?: string | undefined
  output: unknown
  error?: true | undefined
}

/** Write a message of a model. */
export function writeAnswer(
  step: Step,
  options: Readonly<LossOptions>
): Array<AiSdkUiPart> {
  return splitSteps(step).flatMap((step, index) => {
    const state: State = {options, calls: new Map()}
    const written = writeContent<AiSdkUiPart>(step, (part, path) =>
      writeNext(part, path, state)
    )
    return index === 0 ? written : [{type: 'step-start'}, ...written]
  })
}

/** Split before each part that comes after a result and is none. */
function splitSteps({message, path, paths}: Step): Array<Step> {
  const {parts} = message
  const starts = parts.flatMap(({type}, index) => {
    const isAfter = parts[index - 1]?.type === 'tool-result'
    return index === 0 || (isAfter && type !== 'tool-result') ? [index] : []
  })
  return starts.map((start, index) => {
    const end = starts[index + 1]
    return {
      message: {...message, parts: parts.slice(start, end)},
      path,
      paths: paths.slice(start, end)
    }
  })
}

function writeNext(
  part: Exclude<Part, TextPart>,
  path: Path,
  state: State
): Written {
  switch (part.type) {
    case 'tool-call':
      return addCall(toCall(part, path, state), state)
    case 'tool-result':
      return addResult(part, part, path, state)
    case 'other':
      return writeOther(part, path, state)
    default:
      return writePart(part, path, state.options)
  }
}

function toCall(
  part: ToolCallPart,
  path: Path,
  {options}: State
): AiSdkUiToolPart {
  const {id = '', name, input, meta} = part
  loseRaw(part, path, options)
  const said = writeMeta(meta, path, options)
  return {
    type: 'dynamic-tool',
    toolName: name,
    toolCallId: id,
    state: 'input-available',
    input,
    ...(said && {callProviderMetadata: said})
  }
}

function addCall(call: AiSdkUiToolPart, {calls}: State): AiSdkUiToolPart {
  calls.set(call.toolCallId, call)
  return call
}

/** Put a result in the part of its call; without one it is text. */
function addResult(
  part: Exclude<Part, TextPart>,
  {id = '', output, error}: Result,
  path: Path,
  {calls, options}: State
): Written {
  const call = calls.get(id)
  if (!call) return losePart(part, path, format, options)
  calls.delete(id)
  const errorText = typeof output === 'string' ? output : toJsonText(output)
  Object.assign(
    call,
    error
      ? {state: 'output-error', errorText}
      : {state: 'output-available', output}
  )
  return undefined
}

/** Write calls that a provider made to tools of its own, and parts of messages. */
function writeOther(part: OtherPart, path: Path, state: State): Written {
  const {success, data} = z.safeParse(serverPartSchema, part.value)
  if (!success) return writePart(part, path, state.options)
  if (data.type === 'tool-result') {
    return addResult(part, readResult(data), path, state)
  }
  const {toolName, toolCallId, input, providerOptions} = data
  // A cast, since all values of a chat are JSON.
  const said = providerOptions as AiSdkProviderOptions | undefined
  const call: AiSdkUiToolPart = {
    type: 'dynamic-tool',
    toolName,
    toolCallId,
    state: 'input-available',
    input,
    providerExecuted: true,
    ...(said && {callProviderMetadata: said})
  }
  return addCall(call, state)
}

function readResult({toolCallId: id, output}: AiSdkInputResult): Result {
  if (output.type === 'execution-denied') {
    return {id, output: output.reason ?? 'Denied', error: true}
  }
  const {type, value} = output
  return {id, output: value, ...(type.startsWith('error-') && {error: true})}
}
