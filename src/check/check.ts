import type {VFile} from 'vfile'
import {assertOptions} from '../assert-options.ts'
import {defaultCheckDialect} from '../default-dialect.ts'
import type {ChatProblem} from '../problem.ts'
import type {CheckOptions} from '../tree.ts'
import {runRules} from './run-rules.ts'
import {toRate} from './to-rate.ts'

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
): Array<ChatProblem> {
  assertOptions(options)
  const dialect = options?.dialect ?? defaultCheckDialect
  return runRules(file, dialect, toRate(options?.rules ?? {}, dialect))
}
