import type {Finding} from '../../../problem.ts'
import type {ReadNote} from '../../note.ts'
import type {Rule} from '../../rule.ts'
import {findComments} from '../comments.ts'
import {commentBlock} from '../grammar.ts'

const {begin, end} = commentBlock

/** Report comment blocks that end in another turn than they begin in. */
export const commentAcrossTurns: Rule<'comment-across-turns'> = {
  ruleId: 'comment-across-turns',
  severity: 'warning',
  find(note, report) {
    for (const {start, across} of findUnclosed(note)) {
      if (across === undefined) continue
      const reason = `Unexpected end of turn in a comment block, expected \`${end}\` before it: the block is text, and is sent`
      const cause = toPlace('It ends here, in another turn', across, end)
      report({...toPlace(reason, start, begin), cause})
    }
  }
}

/** Report comment blocks that end nowhere. */
export const unclosedComment: Rule<'unclosed-comment'> = {
  ruleId: 'unclosed-comment',
  severity: 'warning',
  find(note, report) {
    for (const {start, across} of findUnclosed(note)) {
      if (across !== undefined) continue
      const reason = `Missing \`${end}\` after this comment block: it is text, and is sent`
      report(toPlace(reason, start, begin))
    }
  }
}

/** Report comment blocks that ChatGPT MD sends, since they are not the first. */
export const repeatedComment: Rule<'repeated-comment'> = {
  ruleId: 'repeated-comment',
  severity: 'warning',
  find({value, turns}, report) {
    const reason =
      'Unexpected second comment block in a turn, expected one: ChatGPT MD leaves out the first, and sends this one; join the two'
    for (const {bodyStart, bodyEnd} of turns) {
      const [first, ...others] = findComments(value, bodyStart, bodyEnd)
      for (const {start, end} of others) {
        if (!first || end === undefined) continue
        const cause = toPlace(
          'The first comment block is here',
          first.start,
          begin
        )
        report({...toPlace(reason, start, begin), cause})
      }
    }
  }
}

/** A block that its turn does not close, and where another turn does. */
interface Unclosed {
  start: number
  across: number | undefined
}

function findUnclosed({value, turns}: ReadNote): Array<Unclosed> {
  const unclosed: Array<Unclosed> = []
  // The last one, until a later turn has a say.
  let open: Unclosed | undefined
  for (const {bodyStart, bodyEnd} of turns) {
    const spans = findComments(value, bodyStart, bodyEnd)
    const first = spans[0]?.start ?? bodyEnd
    const close = open ? value.slice(bodyStart, first).indexOf(end) : -1
    if (open && close !== -1) open.across = bodyStart + close
    if (close !== -1 || spans.length > 0) open = undefined
    const last = spans[spans.length - 1]
    if (!last || last.end !== undefined) continue
    open = {start: last.start, across: undefined}
    unclosed.push(open)
  }
  return unclosed
}

function toPlace(reason: string, start: number, marker: string): Finding {
  return {reason, start, end: start + marker.length}
}
