import * as z from 'zod/mini'
import {name as format} from '../ai-sdk/name.ts'
import {writeMeta} from '../ai-sdk/provider-options.ts'
import {toFileUrl} from '../file-url.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part, TextPart} from '../message.ts'
import {writeFileText} from '../write-file-text.ts'
import type {
  AiSdkUiDataPart,
  AiSdkUiFilePart,
  AiSdkUiPart,
  AiSdkUiSourceDocument,
  AiSdkUiSourceUrl
} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>

type OwnPart = AiSdkUiDataPart | AiSdkUiSourceDocument | AiSdkUiSourceUrl

/** Parts that only these messages have, and that no model is sent. */
const ownPartSchema = z.union([
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

/** Write a part that is no call and no result; as text if there is no such part. */
export function writePart(
  part: Exclude<Part, TextPart>,
  path: Path,
  options: Options
): AiSdkUiPart | string | undefined {
  if (part.type === 'file') return writeFile(part, path, options)
  if (part.type === 'reasoning') {
    const {text, meta} = part
    const providerMetadata = writeMeta(meta, path, options)
    return {
      type: 'reasoning',
      text,
      ...(providerMetadata && {providerMetadata})
    }
  }
  if (part.type === 'other') {
    const {success, data} = z.safeParse(ownPartSchema, part.value)
    // A cast, since JSON has no key that is `undefined`.
    if (success) return data as OwnPart
  }
  return losePart(part, path, format, options)
}

/** Write a file that has an address or a content; else it is text. */
export function writeFile(
  part: FilePart,
  path: Path,
  options: Options
): AiSdkUiFilePart | string | undefined {
  const url = toFileUrl(part)
  if (url === undefined) return writeFileText(part, path, format, options)
  const {mediaType = 'application/octet-stream', name} = part
  return {
    type: 'file',
    mediaType,
    url,
    ...(name !== undefined && {filename: name})
  }
}
