import {compact} from '../compact.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart, Part, TextPart} from '../message.ts'
import {findOwnPart} from '../own-part.ts'
import {writeBareFile} from '../write-bare-file.ts'
import {name as format} from './name.ts'
import type {LangchainBlock, LangchainFileBlock} from './types.ts'

type Path = ReadonlyArray<number | string>
type Options = Readonly<LossOptions>
type Block = LangchainBlock & {type: string}

/** Write a part as a block; as text if there is no such block. */
export function writeBlock(
  part: Exclude<Part, TextPart>,
  role: string,
  path: Path,
  options: Options
): Block | string | undefined {
  switch (part.type) {
    case 'reasoning': {
      const {text, meta} = part
      return {type: 'reasoning', reasoning: text, ...(meta && {extras: meta})}
    }
    case 'file':
      return writeFile(part) ?? writeBareFile(part, path, format, options)
    case 'tool-call':
      // Note: calls stand beside the content.
      if (role === 'assistant') return undefined
      break
    case 'other': {
      const own = findOwnPart(part, 'langchain')
      if (own && typeof own.type === 'string') return {...own, type: own.type}
    }
  }
  return losePart(part, path, format, options)
}

const kinds = ['audio', 'image', 'video'] as const

/** Write a file whose content, address or identifier is known. */
function writeFile({
  mediaType = '',
  name,
  url,
  data,
  ref
}: FilePart): (LangchainFileBlock & {type: string}) | undefined {
  if ((data ?? url ?? ref) === undefined) return undefined
  const kind = kinds.find(kind => mediaType.startsWith(`${kind}/`)) ?? 'file'
  return {
    type: kind,
    ...(mediaType !== '' && {mimeType: mediaType}),
    ...compact({url, data, fileId: ref}),
    ...(name !== undefined && {metadata: {filename: name}})
  }
}
