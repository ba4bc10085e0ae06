import type {Report} from '../problem.ts'
import type {ReadNote} from '../read-note.ts'

/** Look for one kind of defect in a note. */
export type Rule = (note: ReadNote, report: Report) => void
