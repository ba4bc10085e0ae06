// What a model said, as parts: a call and its result are one part, and a part
// of its own stands between the steps of a tool round.

import * as z from 'zod/mini'
import {toProviderOptions} from '../ai-sdk/provider-options.ts'
import {type AiSdkInputResult, serverPartSchema} from '../ai-sdk/schema.ts'
import type {AiSdkProviderOptions} from '../ai-sdk/types.ts'
import {toJsonText} from '../json-text.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {OtherPart, Part, ToolCallPart, ToolResultPart} from '../message.ts'
import type {AiSdkUiPart, AiSdkUiToolPart} from './types.ts'
import {writePart, writeText} from './write-part.ts'

type Path = ReadonlyArray<number | string>

interface State {
  options: Readonly<LossOptions>
  written: Array<AiSdkUiPart>
  /** Places of the calls of this step that have no result yet, by their ids. */
  calls: Map<string, {place: number; call: AiSdkUiToolPart}>
  /** Whether this step has a result. */
  answered: boolean
}

/** Write what a model said. */
export function writeContent(
  parts: ReadonlyArray<Part>,
  path: Path,
  options: Readonly<LossOptions>
): Array<AiSdkUiPart> {
  const state: State = {
    options,
    written: [],
    calls: new Map(),
    answered: false
  }
  parts.forEach((part, index) => {
    writeNext(part, [...path, 'parts', index], state)
  })
  return state.written
}

function writeNext(part: Part, path: Path, state: State): void {
  if (part.type === 'tool-result') {
    state.answered = true
    addResult(part, part, path, state)
    return
  }
  if (state.answered) startStep(state)
  if (part.type === 'tool-call') addCall(toCall(part, path, state), state)
  else if (part.type === 'other') writeOther(part, path, state)
  else state.written.push(writePart(part, path, state.options))
}

function startStep(state: State): void {
  state.written.push({type: 'step-start'})
  state.calls.clear()
  state.answered = false
}

function toCall(
  {id = '', name, input, raw, meta}: ToolCallPart,
  path: Path,
  {options}: State
): AiSdkUiToolPart {
  if (raw !== undefined && raw === input) {
    const reason = `Cannot keep the arguments of \`${name}\` as they are: they are no JSON, so they are a string here`
    lose(options, 'tool-args-not-json', [...path, 'input'], reason)
  }
  const {dropped, providerOptions} = toProviderOptions(meta)
  for (const key of dropped) {
    const reason = `Cannot keep \`${key}\` of a part: the AI SDK has no place for it`
    lose(options, 'extra-dropped', [...path, 'meta', key], reason)
  }
  return {
    type: 'dynamic-tool',
    toolName: name,
    toolCallId: id,
    state: 'input-available',
    input,
    ...(providerOptions && {callProviderMetadata: providerOptions})
  }
}

function addCall(call: AiSdkUiToolPart, {calls, written}: State): void {
  calls.set(call.toolCallId, {place: written.length, call})
  written.push(call)
}

/** Put a result where its call is; without one it is text. */
function addResult(
  part: Part,
  {id = '', output, error}: Pick<ToolResultPart, 'error' | 'id' | 'output'>,
  path: Path,
  {calls, written, options}: State
): void {
  const found = calls.get(id)
  if (!found) {
    written.push(writeText(part, path, options))
    return
  }
  calls.delete(id)
  written[found.place] = error
    ? {...found.call, state: 'output-error', errorText: toErrorText(output)}
    : {...found.call, state: 'output-available', output}
}

function toErrorText(output: unknown): string {
  return typeof output === 'string' ? output : toJsonText(output)
}

/** Write what a provider did with a tool of its own, and parts of messages. */
function writeOther(part: OtherPart, path: Path, state: State): void {
  const {success, data} = z.safeParse(serverPartSchema, part.value)
  if (!success) {
    state.written.push(writePart(part, path, state.options))
  } else if (data.type === 'tool-result') {
    addResult(part, readResult(data), path, state)
  } else {
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
    addCall(call, state)
  }
}

function readResult({
  toolCallId: id,
  output
}: AiSdkInputResult): Pick<ToolResultPart, 'error' | 'id' | 'output'> {
  if (output.type === 'execution-denied') {
    return {id, output: output.reason ?? 'Denied', error: true}
  }
  const {type, value} = output
  return {id, output: value, ...(type.startsWith('error-') && {error: true})}
}
