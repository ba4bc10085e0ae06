import {findCode} from '../../../text/code.ts'
import type {Rule} from '../../rule.ts'

/** Report code that is still open where its turn ends. */
export const unclosedFence: Rule<'unclosed-fence'> = {
  ruleId: 'unclosed-fence',
  severity: 'warning',
  find({value, turns}, report) {
    for (const {bodyStart, bodyEnd} of turns) {
      const {open} = findCode(value, bodyStart, bodyEnd)
      if (!open) continue
      const {start, end, indent, marker, size} = open
      const name = marker === '~' ? 'tildes' : 'backticks'
      report({
        reason: `Unexpected end of turn in code, expected a fence of ${size} ${name} to close it: Obsidian shows the rest of the note as code`,
        start: start + indent,
        end
      })
    }
  }
}
