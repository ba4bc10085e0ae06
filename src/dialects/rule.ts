import type {Finding, Severity} from '../problem.ts'
import type {ReadNote} from './note.ts'

/** Looks for one kind of defect. */
export interface Rule<Id extends string = string> {
  /** Name of the defect; `docs/problems.md` has a section for each. */
  ruleId: Id
  /** How bad it is. */
  severity: Severity
  /** Whether it is looked for only if an option turns it on (default: no). */
  off?: true
  /** Whether `parse` looks for it as well, for a `VFile` (default: no). */
  inParse?: true
  /** Find the places, each with its remedy if there is one (`fix`). */
  find(note: ReadNote, report: (finding: Finding) => void): void
}
