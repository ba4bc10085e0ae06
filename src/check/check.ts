import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {type Problem, type Report, rules, toMessages} from '../problem.ts'
import {type ReadNote, readNote, shift, toValue} from '../read-note.ts'
import type {CheckOptions, RuleId} from '../types.ts'
import type {Rule} from './rule.ts'
import {ambiguousRole} from './rules/ambiguous-role.ts'
import {commaInFlowList} from './rules/comma-in-flow-list.ts'
import {comments} from './rules/comments.ts'
import {delimiterInCode} from './rules/delimiter-in-code.ts'
import {emptyTurn} from './rules/empty-turn.ts'
import {malformedDelimiter} from './rules/malformed-delimiter.ts'
import {misspelledKey} from './rules/misspelled-key.ts'
import {repeatedRole} from './rules/repeated-role.ts'
import {roleMarkerInContent} from './rules/role-marker-in-content.ts'
import {secretInConfig} from './rules/secret-in-config.ts'
import {unclosedFence} from './rules/unclosed-fence.ts'

/** Rules that look at the turns. */
const turnRules: ReadonlyArray<Rule> = [
  ambiguousRole,
  comments,
  delimiterInCode,
  emptyTurn,
  malformedDelimiter,
  repeatedRole,
  roleMarkerInContent,
  unclosedFence
]

/** Rules that look at the YAML of the frontmatter. */
const configRules = [commaInFlowList, misspelledKey, secretInConfig]

/**
 * Check a chat note: find every problem, those that `parse` finds included, in
 * file order. When `file` is a `VFile` they are on `file.messages` as well.
 *
 * `docs/problems.md` has each rule with its severity.
 *
 * @throws {TypeError}
 *   If `file` is neither a string nor a `VFile`, or an option names no rule.
 */
export function check(
  file: string | VFile,
  options?: Readonly<CheckOptions> | null
): Array<VFileMessage> {
  const off = findOff(options)
  const value = toValue(file)
  const problems: Array<Problem> = []
  const report: Report = problem => {
    if (!off.has(problem.ruleId)) problems.push(problem)
  }
  const note = readNote(value, report)
  checkConfig(note, report)
  for (const rule of turnRules) rule(note, report)
  const messages = toMessages(problems, value)
  if (typeof file !== 'string') {
    for (const message of messages) file.messages.push(message)
  }
  return messages
}

function checkConfig(note: ReadNote, report: Report): void {
  const {frontmatter, yaml, yamlStart} = note
  for (const rule of configRules) {
    rule(frontmatter, yaml, problem => report(shift(problem, yamlStart)))
  }
}

function findOff(
  options: Readonly<CheckOptions> | null | undefined
): ReadonlySet<RuleId> {
  const off = new Set<RuleId>()
  for (const [ruleId, on] of Object.entries(options?.rules ?? {})) {
    if (!Object.hasOwn(rules, ruleId)) {
      throw new TypeError(`Expected \`rules\` to name rules, not \`${ruleId}\``)
    }
    if (on === false) off.add(ruleId as RuleId)
  }
  return off
}
