import {trimEnd} from '../../../text/line.ts'
import type {Rule} from '../../rule.ts'

/** Report turns before the last that say nothing: failed calls, mostly. */
export const emptyTurn: Rule<'empty-turn'> = {
  ruleId: 'empty-turn',
  severity: 'info',
  find({value, turns}, report) {
    for (const {start, bodyStart, bodyEnd} of turns.slice(0, -1)) {
      if (bodyStart < bodyEnd) continue
      report({
        reason: 'Unexpected empty turn, expected content',
        start,
        end: trimEnd(value, start, bodyStart)
      })
    }
  }
}
