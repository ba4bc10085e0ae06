import type {VFile} from 'vfile'
import type {Dialect} from './dialects/dialect.ts'
import type {Rule} from './dialects/rule.ts'
import {type Problem, type Severity, toMessages} from './problem.ts'
import {type ReadChat, readNote} from './read-note.ts'

/** A rule that looks for defects, or one that reading finds. */
export type RuleHead = Pick<Rule, 'ruleId' | 'severity' | 'off' | 'inParse'>

/** Say how bad the problems of a rule are; `undefined` if it is off. */
export type Rate = (rule: RuleHead) => Severity | undefined

/** Find the problems of a note: those of some rules only, rule by rule. */
export function findProblems(
  value: string,
  dialect: Dialect,
  rate: Rate
): {note: ReadChat; problems: Array<Problem>} {
  const problems: Array<Problem> = []
  const note = readNote(value, dialect, problem => {
    const {ruleId} = problem
    const severity = rate({ruleId, severity: 'error', inParse: true})
    if (severity) problems.push({...problem, severity})
  })
  for (const rule of dialect.rules) {
    const severity = rate(rule)
    if (!severity) continue
    const {ruleId} = rule
    rule.find(note, finding => problems.push({...finding, ruleId, severity}))
  }
  return {note, problems}
}

/** Let only the rules of `parse` be on. */
export function rateReading({
  inParse,
  severity
}: RuleHead): Severity | undefined {
  return inParse ? severity : undefined
}

/** Put the problems that `parse` finds on a file. */
export function reportTo(file: VFile, value: string, dialect: Dialect): void {
  const {problems} = findProblems(value, dialect, rateReading)
  for (const message of toMessages(problems, value)) file.messages.push(message)
}
