import type {Dialect} from '../dialects/dialect.ts'
import type {ReadNote} from '../dialects/note.ts'
import type {Problem} from '../problem.ts'
import {fixConfig} from './fix-config.ts'
import {fixDuplicates} from './fix-duplicates.ts'

/** Add the fixes of problems that reading finds; rules bring their own. */
export function addFixes(
  note: ReadNote,
  problems: ReadonlyArray<Problem>,
  dialect: Dialect
): ReadonlyArray<Problem> {
  const has = (id: string) => problems.some(({ruleId}) => ruleId === id)
  if (note.document.errors.length > 0) return problems
  const config = has('invalid-config') ? fixConfig(note, dialect) : undefined
  const duplicates = has('duplicate-key') ? fixDuplicates(note) : undefined
  if (!config && !duplicates) return problems
  return problems.map(problem => {
    const {ruleId, start} = problem
    const fixes =
      ruleId === 'invalid-config'
        ? config
        : ruleId === 'duplicate-key'
          ? duplicates
          : undefined
    return {...problem, ...fixes?.get(start)}
  })
}
