import {readRole} from '../../scan/boundaries.ts'
import type {TurnSpan} from '../../scan/scan.ts'
import type {Rule} from '../rule.ts'

/**
 * Report neighbouring turns of one role, except `tool`: an answer may call
 * several.
 */
export const repeatedRole: Rule = ({note}, report) => {
  note.turns.forEach((turn, index) => {
    const previous = note.turns[index - 1]
    if (!previous) return
    const role = readRole(turn.boundary)
    if (role === 'tool' || role !== readRole(previous.boundary)) return
    report({
      ruleId: 'repeated-role',
      reason: `Unexpected second turn of \`${role}\` in a row, expected another role`,
      ...placeOf(turn),
      cause: {reason: 'The turn before it is here', ...placeOf(previous)}
    })
  })
}

/** Where a turn says whose it is, or its first line. */
function placeOf({boundary, bodyStart, start}: TurnSpan): {
  start: number
  end: number
} {
  if (boundary?.header) {
    const {roleStart, roleEnd} = boundary.header
    return {start: roleStart, end: roleEnd}
  }
  return {start, end: boundary?.delimiter?.end ?? bodyStart}
}
