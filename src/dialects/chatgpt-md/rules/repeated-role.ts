import {lineEnd} from '../../../text/line.ts'
import type {TurnSpan} from '../../note.ts'
import type {Rule} from '../../rule.ts'
import {headerOf, readSpeaker} from '../read.ts'

/**
 * Report neighbouring turns of one role, except `tool`: an answer may call
 * several.
 *
 * Most chats have some, so it is off: for targets where roles must alternate.
 */
export const repeatedRole: Rule<'repeated-role'> = {
  ruleId: 'repeated-role',
  severity: 'info',
  off: true,
  find({value, turns}, report) {
    turns.forEach((turn, index) => {
      const previous = turns[index - 1]
      if (!previous) return
      const role = roleOf(turn)
      if (role === 'tool' || role !== roleOf(previous)) return
      const cause = placeOf(value, previous)
      report({
        reason: `Unexpected second turn of \`${role}\` in a row, expected another role: some providers refuse this`,
        ...placeOf(value, turn),
        cause: {reason: 'The turn before it is here', ...cause}
      })
    })
  }
}

function roleOf({boundary}: TurnSpan): string {
  return readSpeaker(boundary?.lines ?? []).role
}

/** Where a turn says whose it is, or its first line. */
function placeOf(
  value: string,
  {boundary, start}: TurnSpan
): {start: number; end: number} {
  const header = headerOf(boundary)
  return header
    ? {start: header.roleStart, end: header.roleEnd}
    : {start, end: lineEnd(value, start)}
}
