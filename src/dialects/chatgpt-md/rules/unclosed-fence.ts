import {closes, type FenceLine, readFence} from '../../../text/fence.ts'
import {lineEnd, nextLine} from '../../../text/line.ts'
import type {TurnSpan} from '../../note.ts'
import type {Rule} from '../../rule.ts'

/** Start of a list item, after which a fence can stand on the same line. */
const item = / {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?=```|~~~)/y

/** Report code that is still open where its turn ends. */
export const unclosedFence: Rule<'unclosed-fence'> = {
  ruleId: 'unclosed-fence',
  severity: 'warning',
  find({value, turns}, report) {
    for (const turn of turns) {
      const open = findOpen(value, turn)
      if (!open) continue
      const {start, end, indent, marker, size} = open
      const name = marker === '~' ? 'tildes' : 'backticks'
      report({
        reason: `Unexpected end of turn in code, expected a fence of ${size} ${name} to close it`,
        start: start + indent,
        end
      })
    }
  }
}

/** Find the fence that is open at the end of a content. */
function findOpen(
  value: string,
  {bodyStart, bodyEnd}: TurnSpan
): FenceLine | undefined {
  let open: FenceLine | undefined
  let start = bodyStart
  while (start < bodyEnd) {
    if (!open) open = readOpening(value, start)
    else {
      const fence = readFence(value, start)
      if (fence && closes(fence, open)) open = undefined
    }
    start = nextLine(value, lineEnd(value, start))
  }
  return open
}

/** Read a fence at the start of a line, or after the mark of a list item. */
function readOpening(value: string, start: number): FenceLine | undefined {
  item.lastIndex = start
  const mark = item.exec(value)?.[0] ?? ''
  return readFence(value, start + mark.length)
}
