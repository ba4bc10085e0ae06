import type {Rule} from '../rule.ts'

/** Report turns before the last that say nothing: failed calls, mostly. */
export const emptyTurn: Rule = ({note}, report) => {
  for (const {boundary, bodyStart, bodyEnd} of note.turns.slice(0, -1)) {
    // Without a boundary a turn has content.
    if (!boundary || bodyStart < bodyEnd) continue
    const last = boundary.header ?? boundary.delimiter
    report({
      ruleId: 'empty-turn',
      reason: 'Unexpected empty turn, expected content',
      start: boundary.start,
      end: last?.end ?? boundary.end
    })
  }
}
