import type {Dialect} from '../dialects/dialect.ts'
import type {Rate} from '../find-problems.ts'
import {readingIds, type Severity} from '../problem.ts'

const severities: ReadonlyArray<unknown> = ['error', 'warning', 'info']

/**
 * Make the function that says how bad the problems of each rule are.
 *
 * @throws {TypeError} If a setting names no rule, or is none.
 */
export function toRate(
  settings: Readonly<Record<string, boolean | Severity | undefined>>,
  dialect: Dialect
): Rate {
  const ids = [...readingIds, ...dialect.rules.map(({ruleId}) => ruleId)]
  for (const [ruleId, setting] of Object.entries(settings)) {
    if (!ids.includes(ruleId)) {
      throw new TypeError(`Expected \`rules\` to name rules, not \`${ruleId}\``)
    }
    if (!isSetting(setting)) {
      throw new TypeError(
        `Expected \`options.rules['${ruleId}']\` to be a boolean, \`error\`, \`warning\`, or \`info\``
      )
    }
  }
  return ({ruleId, severity, off}) => {
    const setting = settings[ruleId] ?? !off
    if (typeof setting === 'string') return setting
    return setting ? severity : undefined
  }
}

function isSetting(setting: unknown): boolean {
  return (
    setting === undefined ||
    typeof setting === 'boolean' ||
    severities.includes(setting)
  )
}
