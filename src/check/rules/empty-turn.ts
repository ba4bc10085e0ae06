import {trimEnd} from '../../scan/line.ts'
import type {Rule} from '../rule.ts'

/** Report turns before the last that say nothing: failed calls, mostly. */
export const emptyTurn: Rule = ({value, note}, report) => {
  for (const {start, bodyStart, bodyEnd} of note.turns.slice(0, -1)) {
    if (bodyStart < bodyEnd) continue
    report({
      ruleId: 'empty-turn',
      reason: 'Unexpected empty turn, expected content',
      start,
      end: trimEnd(value, start, bodyStart)
    })
  }
}
