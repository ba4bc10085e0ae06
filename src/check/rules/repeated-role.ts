import {readRole} from '../../scan/boundary.ts'
import {lineEnd} from '../../scan/line.ts'
import type {TurnSpan} from '../../scan/scan.ts'
import type {Rule} from '../rule.ts'

/**
 * Report neighbouring turns of one role, except `tool`: an answer may call
 * several.
 */
export const repeatedRole: Rule = ({value, note}, report) => {
  note.turns.forEach((turn, index) => {
    const previous = note.turns[index - 1]
    if (!previous) return
    const role = readRole(turn.boundary)
    if (role === 'tool' || role !== readRole(previous.boundary)) return
    const cause = placeOf(value, previous)
    report({
      ruleId: 'repeated-role',
      reason: `Unexpected second turn of \`${role}\` in a row, expected another role`,
      ...placeOf(value, turn),
      cause: {reason: 'The turn before it is here', ...cause}
    })
  })
}

/** Where a turn says whose it is, or its first line. */
function placeOf(
  value: string,
  {boundary, start}: TurnSpan
): {start: number; end: number} {
  const header = boundary?.header
  return header
    ? {start: header.roleStart, end: header.roleEnd}
    : {start, end: lineEnd(value, start)}
}
