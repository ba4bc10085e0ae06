import * as z from 'zod/mini'
import {toProviderOptions} from '../ai-sdk/provider-options.ts'
import {toFileUrl} from '../file-url.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part, ReasoningPart} from '../message.ts'
import {fromParts} from '../parts/from-parts.ts'
import type {
  AiSdkUiDataPart,
  AiSdkUiFilePart,
  AiSdkUiPart,
  AiSdkUiReasoningPart,
  AiSdkUiSourceDocument,
  AiSdkUiSourceUrl,
  AiSdkUiTextPart
} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>

/** Parts that only these messages have, and that no model is sent. */
const ownPartSchema: z.ZodMiniType<
  AiSdkUiDataPart | AiSdkUiSourceDocument | AiSdkUiSourceUrl
> = z.union([
  z.looseObject({
    type: z.literal('source-url'),
    sourceId: z.string(),
    url: z.string(),
    title: z.optional(z.string())
  }),
  z.looseObject({
    type: z.literal('source-document'),
    sourceId: z.string(),
    mediaType: z.string(),
    title: z.string()
  }),
  z.looseObject({
    type: z.templateLiteral(['data-', z.string()]),
    data: z.unknown()
  })
])

/** Write a part that is neither a call nor a result. */
export function writePart(
  part: Part,
  path: Path,
  options: Options
): AiSdkUiPart {
  if (part.type === 'text') return {type: 'text', text: part.text}
  if (part.type === 'file') return writeFile(part, path, options)
  if (part.type === 'reasoning') return writeReasoning(part, path, options)
  if (part.type === 'other') {
    const {success, data} = z.safeParse(ownPartSchema, part.value)
    if (success) return data
  }
  return writeText(part, path, options)
}

/** Write a part that has no place as the text that a note has for it. */
export function writeText(
  part: Part,
  path: Path,
  options: Options
): AiSdkUiTextPart {
  const reason = `Cannot keep a part of type \`${part.type}\`: it is text here, as a note has it`
  lose(options, 'unknown-part', path, reason)
  return {type: 'text', text: fromParts([part])}
}

function writeFile(
  part: FilePart,
  path: Path,
  options: Options
): AiSdkUiFilePart | AiSdkUiTextPart {
  const url = toFileUrl(part)
  if (url === undefined) {
    const reason =
      'Cannot send a file that has neither an absolute URL nor its content: it is text here'
    lose(options, 'file-unresolved', path, reason)
    return {type: 'text', text: fromParts([part])}
  }
  const {mediaType = 'application/octet-stream', name} = part
  return {
    type: 'file',
    mediaType,
    url,
    ...(name !== undefined && {filename: name})
  }
}

function writeReasoning(
  {text, meta}: ReasoningPart,
  path: Path,
  options: Options
): AiSdkUiReasoningPart {
  const {dropped, providerOptions} = toProviderOptions(meta)
  for (const key of dropped) {
    const reason = `Cannot keep \`${key}\` of a part: the AI SDK has no place for it`
    lose(options, 'extra-dropped', [...path, 'meta', key], reason)
  }
  return {
    type: 'reasoning',
    text,
    ...(providerOptions && {providerMetadata: providerOptions})
  }
}
