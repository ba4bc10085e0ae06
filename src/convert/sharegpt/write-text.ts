import {toDataUrl} from '../data-url.ts'
import {lose} from '../lose.ts'
import {losePart} from '../lose-part.ts'
import type {LossOptions} from '../loss.ts'
import type {FilePart} from '../message.ts'
import type {Step} from '../to-steps.ts'
import {writeContent} from '../write-content.ts'
import {writeFileText} from '../write-file-text.ts'
import {name as format} from './name.ts'

type Options = Readonly<LossOptions>

/** Stands in a text for the next image of the row. */
export const placeholder = '<image>'

/**
 * Write what a message says besides calls.
 *
 * @param images
 *   Images of the row; without a list they are text.
 */
export function writeText(
  step: Step,
  images: Array<string> | undefined,
  options: Options
): string {
  const isAnswer = step.message.role === 'assistant'
  const written = writeContent<{type: 'image'}>(step, (part, path) => {
    if (part.type === 'file') {
      const address = images && toAddress(part)
      if (address === undefined) {
        return writeFileText(part, path, format, options)
      }
      images?.push(address)
      return {type: 'image'}
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
      if (part.type === 'image') return placeholder
      const isNext = written[index - 1]?.type === 'text'
      return isNext ? `\n\n${part.text}` : part.text
    })
    .join('')
}

/** Where an image is: trainers read paths too. */
function toAddress({mediaType, data, url}: FilePart): string | undefined {
  if (!mediaType?.startsWith('image/')) return undefined
  return data === undefined ? url : toDataUrl({mediaType, data})
}
