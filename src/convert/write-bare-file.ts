import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'
import type {FilePart} from './message.ts'

/**
 * Write a file of which neither the content, nor an address, nor an identifier
 * is known: the text that was taken from it, if there is one.
 */
export function writeBareFile(
  {text}: FilePart,
  path: ReadonlyArray<number | string>,
  format: string,
  options: Readonly<LossOptions>
): string | undefined {
  if (text === undefined) {
    const reason = `Cannot keep a file: ${format} has no place for a name alone`
    lose(options, 'file-unresolved', path, reason)
  } else {
    const reason = `Cannot keep that a text is a file: ${format} has it as text`
    lose(options, 'file-type-unsupported', path, reason)
  }
  return text
}
