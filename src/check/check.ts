import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {assertOptions} from '../assert-options.ts'
import {assertType} from '../assert-type.ts'
import {defaultCheckDialect} from '../default-dialect.ts'
import {findProblems} from '../find-problems.ts'
import {readingIds} from '../problem.ts'
import {toValue} from '../read-note.ts'
import type {CheckOptions} from '../tree.ts'

/**
 * Check a chat note: find every problem, those that `parse` finds included, in
 * file order. When `file` is a `VFile` they are on `file.messages` as well.
 *
 * `docs/problems.md` has each rule with its severity.
 *
 * @throws {TypeError}
 *   If `file` is neither a string nor a `VFile`, an option is not of its type,
 *   or one names no rule.
 */
export function check(
  file: string | VFile,
  options?: Readonly<CheckOptions> | null
): Array<VFileMessage> {
  assertOptions(options)
  const dialect = options?.dialect ?? defaultCheckDialect
  const on: Readonly<Record<string, boolean | undefined>> = options?.rules ?? {}
  const ids = [...readingIds, ...dialect.rules.map(({ruleId}) => ruleId)]
  for (const [ruleId, isOn] of Object.entries(on)) {
    if (!ids.includes(ruleId)) {
      throw new TypeError(`Expected \`rules\` to name rules, not \`${ruleId}\``)
    }
    assertType(`options.rules['${ruleId}']`, isOn ?? true, 'a boolean')
  }
  const messages = findProblems(
    toValue(file),
    dialect,
    ({ruleId, off}) => on[ruleId] ?? !off
  )
  if (typeof file !== 'string') {
    for (const message of messages) file.messages.push(message)
  }
  return messages
}
