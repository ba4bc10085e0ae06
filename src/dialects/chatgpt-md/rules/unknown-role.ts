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
  find({turns}, report) {
    for (const {boundary} of turns) {
      const header = headerOf(boundary)
      if (!header) continue
      const role = header.role.toLowerCase()
      if (isOneOf(pluginRoles, role)) continue
      const note = isOneOf(knownRoles, role)
        ? 'chatmd knows it, but ChatGPT MD fails on it'
        : 'ChatGPT MD fails on it'
      report({
        // As it is written, so that a key of a provider is seen as one.
        reason: `Unexpected role \`${header.role}\`, expected ${list}; ${note}`,
        start: header.roleStart,
        end: header.roleEnd,
        actual: header.role,
        expected
      })
    }
  }
}

function isOneOf(roles: ReadonlyArray<string>, role: string): boolean {
  return roles.includes(role)
}
