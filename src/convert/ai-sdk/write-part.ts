import * as z from 'zod/mini'
import type {Json} from '../../dialects/meta.ts'
import {toFileUrl} from '../file-url.ts'
import {losePart} from '../lose-part.ts'
import {loseRaw} from '../lose-raw.ts'
import type {LossOptions} from '../loss.ts'
import type {
  FilePart,
  Part,
  TextPart,
  ToolCallPart,
  ToolResultPart
} from '../message.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'
import {writeMeta} from './provider-options.ts'
import {serverPartSchema} from './schema.ts'
import type {
  AiSdkAssistantPart,
  AiSdkFilePart,
  AiSdkServerPart,
  AiSdkToolCallPart,
  AiSdkToolResultPart
} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>
type OwnPart = Exclude<Part, TextPart>

/** Write a part of a message of a user; text where there is no such part. */
export function writeUserPart(
  part: OwnPart,
  path: Path,
  options: Options
): AiSdkFilePart | string | undefined {
  return part.type === 'file'
    ? writeFile(part, path, options)
    : losePart(part, path, format, options)
}

/** Write a part of a message of a model; text where there is no such part. */
export function writeAssistantPart(
  part: OwnPart,
  path: Path,
  options: Options
): AiSdkAssistantPart | string | undefined {
  switch (part.type) {
    case 'reasoning': {
      const {text, meta} = part
      const providerOptions = writeMeta(meta, path, options)
      return {
        type: 'reasoning',
        text,
        ...(providerOptions && {providerOptions})
      }
    }
    case 'tool-call':
      return writeCall(part, path, options)
    case 'other': {
      const {success, data} = z.safeParse(serverPartSchema, part.value)
      // A cast, since all values of a chat are JSON.
      if (success) return data as AiSdkServerPart
      return losePart(part, path, format, options)
    }
    default:
      return writeUserPart(part, path, options)
  }
}

/** Write the result of a tool. */
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

function writeCall(
  part: ToolCallPart,
  path: Path,
  options: Options
): AiSdkToolCallPart {
  const {id = '', name, input, meta} = part
  loseRaw(part, path, options)
  const providerOptions = writeMeta(meta, path, options)
  return {
    type: 'tool-call',
    toolCallId: id,
    toolName: name,
    input,
    ...(providerOptions && {providerOptions})
  }
}

/** Write a file that has an address or a content; else it is text. */
function writeFile(
  part: FilePart,
  path: Path,
  options: Options
): AiSdkFilePart | string | undefined {
  const data = toFileUrl(part)
  if (data === undefined) return writeFileText(part, path, format, options)
  const {mediaType = 'application/octet-stream', name} = part
  return {
    type: 'file',
    data,
    mediaType,
    ...(name !== undefined && {filename: name})
  }
}
