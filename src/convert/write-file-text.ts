import {toFileUrl} from './file-url.ts'
import {lose} from './lose.ts'
import type {LossOptions} from './loss.ts'
import type {FilePart} from './message.ts'
import {fromParts} from './parts/from-parts.ts'

/**
 * Write a file that a format has no place for as text: a text that was taken
 * from it, or a link, as the note has it. A content in base64 is left out.
 */
export function writeFileText(
  part: FilePart,
  path: ReadonlyArray<number | string>,
  format: string,
  options: Readonly<LossOptions> | null | undefined
): string | undefined {
  if (part.text !== undefined) {
    const reason = `Cannot keep that a text is a file: ${format} has it as text`
    lose(options, 'file-type-unsupported', path, reason)
    return part.text
  }
  if (part.data !== undefined) {
    const reason = `Cannot keep a file: ${format} has no place for one of its type`
    lose(options, 'file-type-unsupported', path, reason)
    return undefined
  }
  if (part.url === undefined) {
    const reason = `Cannot keep a file: ${format} has no place for one whose content is not known`
    lose(options, 'file-unresolved', path, reason)
    return undefined
  }
  const isAbsolute = toFileUrl(part) !== undefined
  const reason = isAbsolute
    ? `Cannot send a file from its address: ${format} has the link as text`
    : `Cannot send a file that is on a disk: ${format} has the link as text`
  lose(
    options,
    isAbsolute ? 'url-unsupported' : 'file-unresolved',
    path,
    reason
  )
  return fromParts([part])
}
