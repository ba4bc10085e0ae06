import type {Rule} from '../../rule.ts'
import {knownRoles, pluginRoles} from '../grammar.ts'
import {headerOf} from '../read.ts'

const expected = [...pluginRoles].sort()
const [first, second, third] = expected.map(role => `\`${role}\``)
const list = `${first}, ${second}, or ${third}`

/** Report roles that ChatGPT MD fails on. */
export const unknownRole: Rule<'unknown-role'> = {
  ruleId: 'unknown-role',
  severity: 'error',
  inParse: true,
  find({value, turns}, report) {
    for (const {boundary} of turns) {
      const header = headerOf(boundary)
      if (!header) continue
      const {role, roleStart, roleEnd} = header
      if (isOneOf(pluginRoles, role)) continue
      // As it is written, so that a key of a provider is seen as one.
      const actual = value.slice(roleStart, roleEnd)
      const note = isOneOf(knownRoles, role)
        ? 'chatmd knows it, but ChatGPT MD cannot send this note'
        : 'ChatGPT MD cannot send this note'
      report({
        reason: `Unexpected role \`${actual}\`, expected ${list}: ${note}`,
        start: roleStart,
        end: roleEnd,
        actual,
        expected
      })
    }
  }
}

function isOneOf(roles: ReadonlyArray<string>, role: string): boolean {
  return roles.includes(role)
}
