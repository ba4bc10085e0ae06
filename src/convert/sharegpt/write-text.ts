import {toDataUrl} from '../data-url.ts'
import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart} from '../message.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {writeFileText} from '../write-file-text.ts'
import {type MediaKey, media} from './media.ts'
import {name as format} from './name.ts'

type Options = Readonly<LossOptions>

/** Addresses of the files of a row, in the order of their places. */
export type MediaAddresses = {[K in MediaKey]: Array<string>}

/**
 * Write the content of a message besides calls.
 *
 * @param addresses
 *   Files of the row; without them files are text.
 */
export function writeText(
  step: Step,
  addresses: MediaAddresses | undefined,
  options: Options
): string {
  const isAnswer = step.message.role === 'assistant'
  const written = writeContent<Place>(step, (part, path) => {
    if (part.type === 'file') {
      const place = addresses && toPlace(part, addresses)
      return place ?? writeFileText(part, path, format, options)
    }
    if (isAnswer && part.type === 'tool-call') return undefined
    if (isAnswer && part.type === 'reasoning') {
      const reason = `Cannot keep what the model thought: ${format} has no place for it`
      lose(options, 'reasoning-dropped', path, reason)
      return undefined
    }
    return losePart(part, path, format, options)
  })
  return written
    .map((part, index) => {
      if (part.type === 'place') return part.placeholder
      const isNext = written[index - 1]?.type === 'text'
      return isNext ? `\n\n${part.text}` : part.text
    })
    .join('')
}

/** Stands for the next file of a kind. */
interface Place {
  type: 'place'
  placeholder: string
}

/** Put a file in the list of its kind, if it has an address: paths are some. */
function toPlace(
  {mediaType, data, url}: FilePart,
  addresses: MediaAddresses
): Place | undefined {
  const kind = media.find(({kind}) => mediaType?.startsWith(`${kind}/`))
  if (mediaType === undefined || !kind) return undefined
  const address = data === undefined ? url : toDataUrl({mediaType, data})
  if (address === undefined) return undefined
  addresses[kind.key].push(address)
  return {type: 'place', placeholder: kind.placeholder}
}
