import type {Finding} from '../../../problem.ts'
import {trimEnd} from '../../../text/line.ts'
import type {TurnSpan} from '../../note.ts'
import type {Rule} from '../../rule.ts'

/** Report turns before the last that say nothing: failed calls, mostly. */
export const emptyTurn: Rule<'empty-turn'> = {
  ruleId: 'empty-turn',
  severity: 'info',
  find({value, turns}, report) {
    let first: TurnSpan | undefined
    let count = 0
    for (const [index, turn] of turns.entries()) {
      const isEmpty = turn.bodyStart === turn.bodyEnd
      // The last turn of a note waits for its question.
      if (isEmpty && index < turns.length - 1) {
        first ??= turn
        count++
        continue
      }
      if (first) report(toFinding(value, first, turn.start, count))
      first = undefined
      count = 0
    }
  }
}

/** Say that there are `count` empty turns, up to the turn at `offset`. */
function toFinding(
  value: string,
  {start}: TurnSpan,
  offset: number,
  count: number
): Finding {
  const length = offset - start
  const found = count > 1 ? `${count} empty turns in a row` : 'empty turn'
  const them = count > 1 ? 'them' : 'it'
  return {
    reason: `Unexpected ${found}, expected content: ChatGPT MD sends ${them} without text; delete ${them}`,
    start,
    end: trimEnd(value, start, offset),
    fix: {edits: [{offset: start, length, content: ''}], safe: false}
  }
}
