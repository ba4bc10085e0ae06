import {dropRest} from '../drop-rest.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part, ToolResultPart} from '../message.ts'
import {readFileData} from '../read-file-data.ts'
import {fromProviderOptions} from './provider-options.ts'
import type {
  AiSdkInputCall,
  AiSdkInputPart,
  AiSdkInputResult
} from './schema.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions> | null | undefined

/** Keys that each type of part has a place for. */
const known = {
  text: ['type', 'text'],
  file: ['type', 'data', 'mediaType', 'filename'],
  image: ['type', 'image', 'mediaType'],
  reasoning: ['type', 'text', 'providerOptions'],
  'tool-call': [
    'type',
    'toolCallId',
    'toolName',
    'input',
    'providerExecuted',
    'providerOptions'
  ],
  'tool-result': ['type', 'toolCallId', 'toolName', 'output']
}

/** Read a part, and report which of its keys have no place. */
export function readPart(
  part: AiSdkInputPart,
  path: Path,
  options: Options
): Part {
  if (part.type === 'other') return part
  dropRest(part, known[part.type], path, options)
  switch (part.type) {
    case 'file':
      return readFile(part.data, part.mediaType, part.filename)
    case 'image':
      return readFile(part.image, part.mediaType ?? 'image/*', undefined)
    case 'reasoning':
      return {type: 'reasoning', text: part.text, ...readMeta(part)}
    case 'tool-call':
      return readCall(part)
    case 'tool-result':
      return readResult(part, path, options)
    case 'text':
      return {type: 'text', text: part.text}
  }
}

function readFile(
  value: unknown,
  mediaType: string,
  name: string | undefined
): FilePart {
  return {
    type: 'file',
    mediaType,
    ...(name !== undefined && {name}),
    ...readFileData(value)
  }
}

function readCall(part: AiSdkInputCall): Part {
  // Note: a provider that runs a tool itself has the result beside the call,
  // which no other format has so.
  if (part.providerExecuted) {
    return {type: 'other', kind: part.type, value: part}
  }
  const {toolCallId: id, toolName: name, input = {}} = part
  return {type: 'tool-call', name, id, input, ...readMeta(part)}
}

function readMeta({
  providerOptions
}: {
  providerOptions?: Record<string, unknown> | undefined
}): {meta?: Record<string, unknown>} {
  const meta = fromProviderOptions(providerOptions)
  return Object.keys(meta).length > 0 ? {meta} : {}
}

function readResult(
  {toolCallId: id, toolName: name, output}: AiSdkInputResult,
  path: Path,
  options: Options
): ToolResultPart {
  const part = {type: 'tool-result' as const, name, id}
  switch (output.type) {
    case 'text':
    case 'json':
      return {...part, output: output.value}
    case 'error-text':
    case 'error-json':
      return {...part, output: output.value, error: true}
    case 'execution-denied': {
      const reason = 'Cannot keep that a call was denied: it is a failure here'
      lose(options, 'unknown-part', [...path, 'output'], reason)
      return {...part, output: output.reason ?? 'Denied', error: true}
    }
    case 'content': {
      const reason = 'Cannot keep an output of parts as such: it is JSON here'
      lose(options, 'unknown-part', [...path, 'output'], reason)
      return {...part, output: output.value}
    }
  }
}
