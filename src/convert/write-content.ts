import type {Part, TextPart} from './message.ts'
import {pathOf} from './path-of.ts'
import type {Step} from './to-steps.ts'

/**
 * Write the parts of a step one by one.
 *
 * @param write
 *   Writes a part that is no text: as a part of the format, or as text that
 *   joins the text around it, or not at all.
 */
export function writeContent<T extends object>(
  step: Step,
  write: (
    part: Exclude<Part, TextPart>,
    path: ReadonlyArray<number | string>
  ) => T | string | undefined
): Array<T | TextPart> {
  const written: Array<T | TextPart> = []
  /** Text that the next text joins, or may join if that stands for a part. */
  let last: TextPart | undefined
  let joins = false
  step.message.parts.forEach((part, index) => {
    const item =
      part.type === 'text' ? part.text : write(part, pathOf(step, index))
    if (item === undefined || item === '') return
    if (typeof item === 'object') {
      written.push(item)
      last = undefined
      return
    }
    const isText = part.type === 'text'
    if (last && (joins || !isText)) last.text += `\n\n${item}`
    else {
      last = {type: 'text', text: item}
      written.push(last)
    }
    joins = !isText
  })
  return written
}
