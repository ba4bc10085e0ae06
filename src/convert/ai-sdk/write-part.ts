import * as z from 'zod/mini'
import type {Json} from '../../dialects/meta.ts'
import {toFileUrl} from '../file-url.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {
  FilePart,
  OtherPart,
  Part,
  ReasoningPart,
  ToolCallPart,
  ToolResultPart
} from '../message.ts'
import {fromParts} from '../parts/from-parts.ts'
import {toProviderOptions} from './provider-options.ts'
import {serverPartSchema} from './schema.ts'
import type {
  AiSdkAssistantPart,
  AiSdkFilePart,
  AiSdkReasoningPart,
  AiSdkServerPart,
  AiSdkTextPart,
  AiSdkToolCallPart,
  AiSdkToolResultPart
} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions> | null | undefined

/** Write a part of what a user says. */
export function writeUserPart(
  part: Part,
  path: Path,
  options: Options
): AiSdkFilePart | AiSdkTextPart {
  if (part.type === 'text') return {type: 'text', text: part.text}
  if (part.type === 'file') return writeFile(part, path, options)
  return writeAsText(part, path, options)
}

/** Write a part of what a model says. */
export function writeAssistantPart(
  part: Part,
  path: Path,
  options: Options
): AiSdkAssistantPart {
  if (part.type === 'other') return writeOther(part, path, options)
  if (part.type === 'reasoning') return writeReasoning(part, path, options)
  if (part.type === 'tool-call') return writeCall(part, path, options)
  return writeUserPart(part, path, options)
}

/** Write what a tool returned. */
export function writeResult(part: ToolResultPart): AiSdkToolResultPart {
  const {id = '', name, output, error} = part
  return {
    type: 'tool-result',
    toolCallId: id,
    toolName: name,
    output:
      typeof output === 'string'
        ? {type: error ? 'error-text' : 'text', value: output}
        : // A cast, since all values of a chat are JSON.
          {type: error ? 'error-json' : 'json', value: output as Json}
  }
}

/** Write what only the AI SDK has, and what another format has as text. */
function writeOther(
  part: OtherPart,
  path: Path,
  options: Options
): AiSdkAssistantPart {
  const {success, data} = z.safeParse(serverPartSchema, part.value)
  // A cast, since all values of a chat are JSON.
  if (success) return data as AiSdkServerPart
  return writeAsText(part, path, options)
}

function writeReasoning(
  {text, meta}: ReasoningPart,
  path: Path,
  options: Options
): AiSdkReasoningPart {
  return {type: 'reasoning', text, ...writeMeta(meta, path, options)}
}

function writeCall(
  {id = '', name, input, raw, meta}: ToolCallPart,
  path: Path,
  options: Options
): AiSdkToolCallPart {
  if (raw !== undefined && raw === input) {
    const reason = `Cannot keep the arguments of \`${name}\` as they are: they are no JSON, so they are a string here`
    lose(options, 'tool-args-not-json', [...path, 'input'], reason)
  }
  return {
    type: 'tool-call',
    toolCallId: id,
    toolName: name,
    input,
    ...writeMeta(meta, path, options)
  }
}

function writeMeta(
  meta: Record<string, unknown> | undefined,
  path: Path,
  options: Options
): Pick<AiSdkReasoningPart, 'providerOptions'> {
  const {dropped, ...written} = toProviderOptions(meta)
  for (const key of dropped) {
    const reason = `Cannot keep \`${key}\` of a part: the AI SDK has no place for it`
    lose(options, 'extra-dropped', [...path, 'meta', key], reason)
  }
  return written
}

function writeFile(
  part: FilePart,
  path: Path,
  options: Options
): AiSdkFilePart | AiSdkTextPart {
  const data = toFileUrl(part)
  if (data === undefined) {
    const reason =
      'Cannot send a file that has neither an absolute URL nor its content: it is text here'
    lose(options, 'file-unresolved', path, reason)
    return {type: 'text', text: fromParts([part])}
  }
  const {mediaType = 'application/octet-stream', name} = part
  return {
    type: 'file',
    data,
    mediaType,
    ...(name !== undefined && {filename: name})
  }
}

function writeAsText(part: Part, path: Path, options: Options): AiSdkTextPart {
  const reason = `Cannot keep a part of type \`${part.type}\`: it is text here, as a note has it`
  lose(options, 'unknown-part', path, reason)
  return {type: 'text', text: fromParts([part])}
}
