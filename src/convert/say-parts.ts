import {losePart} from './lose-part.ts'
import type {LossOptions} from './loss.ts'
import type {Step} from './to-steps.ts'
import {writeContent} from './write-content.ts'

/** Write a message that is one text, as system prompts are in most formats. */
export function sayParts(
  step: Step,
  format: string,
  options: Readonly<LossOptions>
): string {
  return writeContent<never>(step, (part, path) =>
    losePart(part, path, format, options)
  )
    .map(({text}) => text)
    .join('\n\n')
}
