import {pluginRoles} from '../../report-envelope.ts'
import type {Rule} from '../rule.ts'

/** Report headers that ChatGPT MD reads as another role’s. */
export const ambiguousRole: Rule = ({value, note}, report) => {
  for (const {boundary} of note.turns) {
    const header = boundary?.header
    if (!header) continue
    const line = value
      .slice(header.roleStart, header.end)
      // Note: only what keeps its length.
      .replace(/[A-Z]+/g, letters => letters.toLowerCase())
    const read = pluginRoles.find(role => line.includes(role))
    const role = header.role.toLowerCase()
    if (read === undefined || read === role) continue
    const start = header.roleStart + line.indexOf(read)
    report({
      ruleId: 'ambiguous-role',
      reason: `Unexpected \`${read}\` in the header of role \`${role}\`, expected no other role’s name; ChatGPT MD reads \`${read}\``,
      start,
      end: start + read.length,
      actual: read
    })
  }
}
