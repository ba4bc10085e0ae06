import {offer} from '../../../problem.ts'
import {findAll} from '../../../text/find-all.ts'
import type {Rule} from '../../rule.ts'
import {encode} from '../escape.ts'
import {roleMarker} from '../grammar.ts'
import {headerOf} from '../read.ts'

const escaped = /* @__PURE__ */ encode(roleMarker)

/** The harm in a turn without a header. */
const isHeader = 'takes this line for a header, and drops the text before it'

/** Report `role::` in contents, from where ChatGPT MD drops all. */
export const roleMarkerInContent: Rule<'role-marker-in-content'> = {
  ruleId: 'role-marker-in-content',
  severity: 'error',
  find({value, turns}, report) {
    for (const {boundary, bodyStart, bodyEnd} of turns) {
      let isSecond = headerOf(boundary) !== undefined
      for (const start of findAll(value, roleMarker, bodyStart, bodyEnd)) {
        const harm = isSecond ? 'drops the text from here on' : isHeader
        isSecond = true
        report({
          reason: `Unexpected \`${roleMarker}\` in content, expected \`${escaped}\`: ChatGPT MD ${harm}`,
          actual: roleMarker,
          ...offer(start, start + roleMarker.length, escaped, true)
        })
      }
    }
  }
}
