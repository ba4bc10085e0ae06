import type {Rule} from '../../rule.ts'
import {pluginRoles} from '../grammar.ts'
import {headerOf} from '../read.ts'

/** Report headers that ChatGPT MD reads as another role’s. */
export const ambiguousRole: Rule<'ambiguous-role'> = {
  ruleId: 'ambiguous-role',
  severity: 'error',
  find({value, turns}, report) {
    for (const {boundary} of turns) {
      const header = headerOf(boundary)
      if (!header) continue
      const line = value
        .slice(header.roleStart, header.end)
        // Note: only letters that keep their length.
        .replace(/[A-Z]+/g, letters => letters.toLowerCase())
      const read = pluginRoles.find(role => line.includes(role))
      const {role} = header
      if (read === undefined || read === role) continue
      const start = header.roleStart + line.indexOf(read)
      report({
        reason: `Unexpected \`${read}\` in a header of \`${role}\`, expected no other role’s name: ChatGPT MD takes this turn for one of \`${read}\``,
        start,
        end: start + read.length,
        actual: read
      })
    }
  }
}
