import type {Finding, Fix} from '../../../problem.ts'
import type {ReadNote} from '../../note.ts'
import type {Rule} from '../../rule.ts'

/** Finds the remedy of a problem. */
export type FindFix = (finding: Finding) => Fix | undefined

/**
 * Give a rule of `parse` its fixes. They are apart from it, so that a bundle
 * without `check` has none; `prepare` is called when there is a problem.
 */
export function withFixes<Id extends string>(
  rule: Rule<Id>,
  prepare: (note: ReadNote) => FindFix
): Rule<Id> {
  return {
    ...rule,
    find(note, report) {
      let findFix: FindFix | undefined
      rule.find(note, finding => {
        findFix ??= prepare(note)
        report({...finding, fix: findFix(finding)})
      })
    }
  }
}
