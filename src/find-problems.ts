import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Dialect} from './dialects/dialect.ts'
import type {Rule} from './dialects/rule.ts'
import {type Problem, toMessages} from './problem.ts'
import {readNote} from './read-note.ts'

/** Find the problems of a note, in file order: those of some rules only. */
export function findProblems(
  value: string,
  dialect: Dialect,
  isOn: (rule: Pick<Rule, 'ruleId' | 'off' | 'inParse'>) => boolean
): Array<VFileMessage> {
  const problems: Array<Problem> = []
  const note = readNote(value, dialect, problem => {
    if (isOn({ruleId: problem.ruleId, inParse: true})) problems.push(problem)
  })
  for (const rule of dialect.rules) {
    if (!isOn(rule)) continue
    const {ruleId, severity} = rule
    rule.find(note, finding => problems.push({...finding, ruleId, severity}))
  }
  return toMessages(problems, value)
}

/** Put the problems that `parse` finds on a file. */
export function reportTo(file: VFile, value: string, dialect: Dialect): void {
  const messages = findProblems(value, dialect, ({inParse}) => inParse === true)
  for (const message of messages) file.messages.push(message)
}
