import {compact} from '../compact.ts'
import type {FilePart, Part} from '../message.ts'
import {keepOwnPart} from '../own-part.ts'
import {readFileUrl} from '../read-file-url.ts'
import type {
  LangchainInputBlock,
  LangchainInputData,
  LangchainInputFile
} from './schema.ts'

/** Blocks that say a call once more, which stands beside the content. */
const callTypes = [
  'function_call',
  'invalid_tool_call',
  'tool_call',
  'tool_use'
]

/** Read the content of a message. */
export function readBlocks(data: LangchainInputData): Array<Part> {
  const {content, additional_kwargs: said} = data
  const thought = said?.reasoning_content
  const parts: Array<Part> =
    typeof thought === 'string' ? [{type: 'reasoning', text: thought}] : []
  if (typeof content !== 'string') {
    for (const block of content) parts.push(...readBlock(block))
  } else if (content !== '') parts.push({type: 'text', text: content})
  return parts
}

function readBlock(block: LangchainInputBlock): Array<Part> {
  if (typeof block === 'string') return [{type: 'text', text: block}]
  switch (block.type) {
    case 'text':
      return [{type: 'text', text: block.text}]
    case 'reasoning': {
      const {reasoning: text, extras: meta} = block
      return [{type: 'reasoning', text, ...(meta && {meta})}]
    }
    case 'thinking': {
      const {thinking: text, signature} = block
      return [{type: 'reasoning', text, ...(signature && {meta: {signature}})}]
    }
    case 'image_url': {
      const {image_url} = block
      return [
        readFileUrl(
          typeof image_url === 'string' ? image_url : image_url.url,
          'image/*'
        )
      ]
    }
    case 'other':
      return callTypes.includes(block.kind)
        ? []
        : [keepOwnPart(block, 'langchain')]
    default:
      return [readFile(block)]
  }
}

function readFile(block: LangchainInputFile): FilePart {
  const {type, url, metadata} = block
  const filename = metadata?.filename
  return {
    type: 'file',
    ...compact({
      mediaType:
        block.mimeType ??
        block.mime_type ??
        (type === 'file' ? undefined : `${type}/*`),
      name: typeof filename === 'string' ? filename : undefined,
      url,
      data: block.data ?? block.base64,
      ref: block.fileId ?? block.file_id
    })
  }
}
