import {findAll} from '../../../text/find-all.ts'
import type {Rule} from '../../rule.ts'
import {encode} from '../escape.ts'
import {roleMarker} from '../grammar.ts'

const escaped = /* @__PURE__ */ encode(roleMarker)

/** Report `role::` in contents, from where ChatGPT MD drops all. */
export const roleMarkerInContent: Rule<'role-marker-in-content'> = {
  ruleId: 'role-marker-in-content',
  severity: 'error',
  find({value, turns}, report) {
    for (const {bodyStart, bodyEnd} of turns) {
      for (const start of findAll(value, roleMarker, bodyStart, bodyEnd)) {
        const {length} = roleMarker
        report({
          reason: `Unexpected \`${roleMarker}\` in content, expected \`${escaped}\`; ChatGPT MD drops what follows`,
          start,
          end: start + length,
          actual: roleMarker,
          expected: [escaped],
          fix: {edits: [{offset: start, length, content: escaped}], safe: true}
        })
      }
    }
  }
}
