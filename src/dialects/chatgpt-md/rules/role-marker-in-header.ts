import {findAll} from '../../../text/find-all.ts'
import type {Rule} from '../../rule.ts'
import {roleMarker} from '../grammar.ts'
import {headerOf} from '../read.ts'

/** Report `role::` in a model or meta, from where ChatGPT MD drops all. */
export const roleMarkerInHeader: Rule<'role-marker-in-header'> = {
  ruleId: 'role-marker-in-header',
  severity: 'error',
  find({value, turns}, report) {
    for (const {boundary, start} of turns) {
      const header = headerOf(boundary)
      if (!header) continue
      const {roleStart, textStart, textEnd, end} = header
      // Note: before the role, which can be `role` and stand before colons.
      const own = value.lastIndexOf(roleMarker, roleStart - 1)
      for (const hit of findAll(value, roleMarker, start, end)) {
        const hitEnd = hit + roleMarker.length
        // That of text is `text-after-header`.
        const isInText = hitEnd > textStart && hit < textEnd
        if (hit === own || isInText) continue
        report({
          reason: `Unexpected \`${roleMarker}\` in the model or meta of a header, expected it once: ChatGPT MD drops the content of this turn`,
          start: hit,
          end: hitEnd,
          actual: roleMarker
        })
      }
    }
  }
}
