import {readFence} from '../../../text/fence.ts'
import {lineEnd, nextLine} from '../../../text/line.ts'
import type {TurnSpan} from '../../note.ts'
import type {Rule} from '../../rule.ts'

/** Start of a list item, after which a fence can stand on the same line. */
const item = / {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?=(`{3,}|~{3,}))/y

/** Report code that is still open where its turn ends. */
export const unclosedFence: Rule<'unclosed-fence'> = {
  ruleId: 'unclosed-fence',
  severity: 'warning',
  find({value, turns}, report) {
    for (const turn of turns) {
      if (!turn.openFence || closesItem(value, turn)) continue
      const {start, end, indent, marker, size} = turn.openFence
      const name = marker === '~' ? 'tildes' : 'backticks'
      report({
        reason: `Unexpected end of turn in code, expected a fence of ${size} ${name} to close it`,
        start: start + indent,
        end
      })
    }
  }
}

/**
 * Whether what looks like an opening fence closes one that opened on the first
 * line of a list item, which is no structure to us.
 */
function closesItem(value: string, {bodyStart, openFence}: TurnSpan): boolean {
  let open: string | undefined
  const end = openFence?.start ?? bodyStart
  for (
    let start = bodyStart;
    start < end;
    start = nextLine(value, lineEnd(value, start))
  ) {
    item.lastIndex = start
    const fence = readFence(value, start)
    if (!open) open = item.exec(value)?.[1]
    else if (fence && isClose(fence.marker, fence.size, open)) open = undefined
  }
  return (
    open !== undefined &&
    openFence?.info === false &&
    isClose(openFence.marker, openFence.size, open)
  )
}

function isClose(marker: string, size: number, open: string): boolean {
  return open.startsWith(marker) && size >= open.length
}
