import {fromProviderOptions} from '../ai-sdk/provider-options.ts'
import {readDataUrl} from '../data-url.ts'
import {dropRest} from '../drop-rest.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part} from '../message.ts'
import {readTool} from './read-tool.ts'
import type {AiSdkUiInputPart} from './schema.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>

/** Keys that each type of part has a place for. */
const known = {
  text: ['type', 'text', 'state'],
  file: ['type', 'mediaType', 'url', 'filename'],
  reasoning: ['type', 'text', 'state', 'providerMetadata'],
  'step-start': ['type'],
  tool: [
    'type',
    'toolName',
    'toolCallId',
    'state',
    'input',
    'rawInput',
    'output',
    'errorText',
    'providerExecuted',
    'callProviderMetadata'
  ]
}

/** Read parts; the results of a step come after its other parts. */
export function readContent(
  content: ReadonlyArray<AiSdkUiInputPart>,
  path: Path,
  options: Options
): Array<Part> {
  const parts: Array<Part> = []
  let results: Array<Part> = []
  content.forEach((part, index) => {
    const place = [...path, index]
    if (part.type !== 'other') {
      dropRest(part, known[part.type], place, options)
    }
    if (part.type === 'step-start') {
      if (results.length === 0 && parts.length > 0) {
        const reason =
          'Cannot keep where a step starts: no result of a tool is before it'
        lose(options, 'parts-joined', place, reason)
      }
      parts.push(...results)
      results = []
    } else if (part.type === 'tool') {
      const read = readTool(part, place, options)
      parts.push(...read.here)
      results.push(...read.after)
    } else parts.push(readPart(part))
  })
  return [...parts, ...results]
}

function readPart(
  part: Exclude<AiSdkUiInputPart, {type: 'step-start' | 'tool'}>
): Part {
  if (part.type === 'file') return readFile(part)
  if (part.type === 'text') return {type: 'text', text: part.text}
  if (part.type === 'other') return part
  const meta = fromProviderOptions(part.providerMetadata)
  return {
    type: 'reasoning',
    text: part.text,
    ...(Object.keys(meta).length > 0 && {meta})
  }
}

function readFile({
  mediaType,
  url,
  filename
}: Extract<AiSdkUiInputPart, {type: 'file'}>): FilePart {
  const own = readDataUrl(url)
  return {
    type: 'file',
    mediaType,
    ...(filename !== undefined && {name: filename}),
    ...(own ? {data: own.data} : {url})
  }
}
