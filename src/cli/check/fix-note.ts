import {applyEdits, type TextEdit} from '../../edit.ts'
import {parse} from '../../parse.ts'
import {stringify} from '../../stringify.ts'
import {fixOf} from '../reporters/reporter.ts'
import {type CheckPlan, checkNote} from './check-note.ts'

/** How often fixes are made: one may make room for another. */
const mostPasses = 10

/**
 * Mend a note until nothing changes.
 *
 * @throws {Error} If the result would not be printed as it is: a defect of ours.
 */
export function fixNote(
  value: string,
  plan: CheckPlan,
  isUnsafe: boolean
): string {
  let fixed = value
  for (let pass = 0; pass < mostPasses; pass++) {
    const edits = pickEdits(fixed, plan, isUnsafe)
    if (edits.length === 0) break
    fixed = applyEdits(fixed, edits)
  }
  if (stringify(parse(fixed, {position: false})) !== fixed) {
    throw new Error('the result would not be printed as it is')
  }
  return fixed
}

/** Pick fixes that do not touch, the first first; the others come next time. */
function pickEdits(
  value: string,
  plan: CheckPlan,
  isUnsafe: boolean
): Array<TextEdit> {
  const picked: Array<TextEdit> = []
  let end = -1
  for (const message of checkNote(value, {...plan, proves: false})) {
    const fix = fixOf(message)
    const [first] = fix?.edits ?? []
    if (!fix || !first || !(fix.safe || isUnsafe) || first.offset <= end)
      continue
    picked.push(...fix.edits)
    const last = fix.edits.at(-1) ?? first
    end = last.offset + last.length
  }
  return picked
}
