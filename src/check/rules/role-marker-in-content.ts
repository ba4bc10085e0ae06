import {findAll} from '../find-all.ts'
import type {Rule} from '../rule.ts'

/** Report `role::` in contents, from where ChatGPT MD drops all. */
export const roleMarkerInContent: Rule = ({value, note}, report) => {
  for (const {bodyStart, bodyEnd} of note.turns) {
    for (const start of findAll(value, 'role::', bodyStart, bodyEnd)) {
      report({
        ruleId: 'role-marker-in-content',
        reason:
          'Unexpected `role::` in content, expected none; ChatGPT MD drops what follows',
        start,
        end: start + 'role::'.length
      })
    }
  }
}
