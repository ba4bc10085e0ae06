import {commentBegin, commentEnd, findComments} from '../../content/comments.ts'
import type {Report} from '../../problem.ts'
import type {Rule} from '../rule.ts'

/** Report comment blocks that are not left out as their author meant. */
export const comments: Rule = ({value, note}, report) => {
  // A block that began in a turn before and did not end there.
  let open: number | undefined
  for (const {bodyStart, bodyEnd} of note.turns) {
    const spans = findComments(value, bodyStart, bodyEnd)
    const first = spans[0]?.start ?? bodyEnd
    if (open !== undefined) {
      const end = value.slice(bodyStart, first).indexOf(commentEnd)
      if (end !== -1) reportAcross(open, bodyStart + end, report)
      else if (spans.length > 0) reportUnclosed(open, report)
      if (end !== -1 || spans.length > 0) open = undefined
    }
    for (const span of spans.slice(1)) {
      if (span.end !== undefined) reportRepeated(span.start, first, report)
    }
    const last = spans.at(-1)
    if (last && last.end === undefined) open = last.start
  }
  if (open !== undefined) reportUnclosed(open, report)
}

function reportAcross(start: number, end: number, report: Report): void {
  report({
    ruleId: 'comment-across-turns',
    reason: `Unexpected end of turn in a comment block, expected \`${commentEnd}\` before it; the block is read as text, here and in ChatGPT MD`,
    start,
    end: start + commentBegin.length,
    cause: {
      reason: 'It ends here, in another turn',
      start: end,
      end: end + commentEnd.length
    }
  })
}

function reportUnclosed(start: number, report: Report): void {
  report({
    ruleId: 'unclosed-comment',
    reason: `Unexpected end of turn in a comment block, expected \`${commentEnd}\`; what is not closed is text`,
    start,
    end: start + commentBegin.length
  })
}

function reportRepeated(start: number, first: number, report: Report): void {
  report({
    ruleId: 'repeated-comment',
    reason:
      'Unexpected second comment block in a turn, expected one; ChatGPT MD leaves out the first and sends this one',
    start,
    end: start + commentBegin.length,
    cause: {
      reason: 'The first comment block is here',
      start: first,
      end: first + commentBegin.length
    }
  })
}
