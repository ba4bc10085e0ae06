import {offer} from '../../../problem.ts'
import {type Code, findCode, isInCode} from '../../../text/code.ts'
import {findAll} from '../../../text/find-all.ts'
import {lineEnd, lineStart, trimEnd} from '../../../text/line.ts'
import {shorten} from '../../../text/shorten.ts'
import type {TurnSpan} from '../../note.ts'
import type {Rule} from '../../rule.ts'
import {delimiter, delimiterName} from '../grammar.ts'
import {delimiterOf, headerOf} from '../read.ts'
import {isMalformedDelimiter} from './is-malformed-delimiter.ts'

/** A line that lacks its first or its last character alone. */
const withoutStart = delimiter.slice(1)
const withoutEnd = delimiter.slice(0, -1)

/** Report lines that were meant to end a turn, and do not. */
export const malformedDelimiter: Rule<'malformed-delimiter'> = {
  ruleId: 'malformed-delimiter',
  severity: 'warning',
  find({value, turns}, report) {
    for (const [index, turn] of turns.entries()) {
      const {bodyStart, bodyEnd} = turn
      let code: Code | undefined
      let done = bodyStart
      for (const hit of findAll(value, delimiterName, bodyStart, bodyEnd)) {
        if (hit < done) continue
        const start = lineStart(value, hit, done)
        done = lineEnd(value, hit)
        const line = value.slice(start, trimEnd(value, start, done))
        if (!isMalformedDelimiter(line)) continue
        // In code, it is quoted.
        code ??= findCode(value, bodyStart, bodyEnd)
        if (isInCode(code, hit)) continue
        const end = start + line.length
        const safe = isBeforeHeader(turn, turns[index + 1], start, end)
        report({
          reason: sayMistake(line),
          actual: line,
          ...offer(start, end, delimiter, safe)
        })
      }
    }
  }
}

/**
 * Whether a line is the last of its turn, but not all of it, and a header that
 * opens the next turn follows: so the line was to end the turn, and ending it
 * makes no other turns.
 */
function isBeforeHeader(
  {bodyStart, bodyEnd}: TurnSpan,
  next: TurnSpan | undefined,
  start: number,
  end: number
): boolean {
  const isHeader = headerOf(next?.boundary) && !delimiterOf(next?.boundary)
  return isHeader === true && start > bodyStart && end === bodyEnd
}

function sayMistake(line: string): string {
  const text = line.trim()
  if (text === withoutEnd) return 'Missing `>`: this line ends no turn'
  if (text === withoutStart) return 'Missing `<`: this line ends no turn'
  return `Unexpected \`${shorten(text)}\`, expected \`${delimiter}\`: this line ends no turn`
}
