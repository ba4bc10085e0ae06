import {applyEdits, type TextEdit} from '../edit.ts'
import type {ChatProblem} from '../problem.ts'
import type {CheckOptions} from '../tree.ts'
import {check} from './check.ts'

/** How often fixes are made: one may make room for another. */
const mostPasses = 10

/** Options of `fix`. */
export interface FixOptions extends CheckOptions {
  /** Whether fixes are made that change what is read or sent (default: no). */
  unsafe?: boolean | undefined
}

/** Make the fixes of a note, until there are none or they come again and again. */
export function fix(value: string, options?: Readonly<FixOptions>): string {
  let fixed = value
  for (let pass = 0; pass < mostPasses; pass++) {
    const edits = pickEdits(check(fixed, options), options?.unsafe === true)
    if (edits.length === 0) break
    fixed = applyEdits(fixed, edits)
  }
  return fixed
}

/** Pick fixes that do not touch, the first first; the others come next time. */
function pickEdits(
  problems: ReadonlyArray<ChatProblem>,
  unsafe: boolean
): Array<TextEdit> {
  const picked: Array<TextEdit> = []
  let end = -1
  for (const {fix} of problems) {
    const [first] = fix?.edits ?? []
    if (!fix || !first || !(fix.safe || unsafe) || first.offset <= end) continue
    picked.push(...fix.edits)
    const last = fix.edits[fix.edits.length - 1] as TextEdit
    end = last.offset + last.length
  }
  return picked
}
