import {closes, type FenceLine, readFence} from '../../../text/fence.ts'
import {findAll} from '../../../text/find-all.ts'
import {lineEnd, lineStart, nextLine, trimEnd} from '../../../text/line.ts'
import type {Rule} from '../../rule.ts'
import {delimiter, delimiterName, delimiterParts} from '../grammar.ts'

/**
 * What nearly is a delimiter: `<` or `>` lost, self-closed, other quotes or
 * none, other case. The delimiter with more than one space is an escape.
 */
const nearly = /* @__PURE__ */ new RegExp(
  `^ {0,3}<?[ \\t]*hr[ \\t]+class[ \\t]*=[ \\t]*["'“”„‘’\`]?${delimiterName}["'“”„‘’\`]?(?:[ \\t]*/)?(?:[ \\t]*>)?(?:[ \\t]*</hr>)?$`,
  'i'
)
const right = /* @__PURE__ */ new RegExp(delimiterParts.join(' +'))

/** Report lines that were meant to end a turn, and do not. */
export const malformedDelimiter: Rule<'malformed-delimiter'> = {
  ruleId: 'malformed-delimiter',
  severity: 'warning',
  find({value, turns}, report) {
    for (const {bodyStart, bodyEnd} of turns) {
      let code: ReadonlyArray<Code> | undefined
      let done = bodyStart
      for (const hit of findAll(value, delimiterName, bodyStart, bodyEnd)) {
        if (hit < done) continue
        const start = lineStart(value, hit, done)
        done = lineEnd(value, hit)
        const line = value.slice(start, trimEnd(value, start, done))
        if (!nearly.test(line) || right.test(line)) continue
        code ??= findClosedCode(value, bodyStart, bodyEnd)
        if (holds(code, hit)) continue
        report({
          reason: `Unexpected malformed delimiter, expected \`${delimiter}\``,
          start,
          end: start + line.length,
          actual: line,
          expected: [delimiter]
        })
      }
    }
  }
}

interface Code {
  start: number
  end: number
}

/** Find the code in a content that is closed: a delimiter there is quoted. */
function findClosedCode(
  value: string,
  bodyStart: number,
  bodyEnd: number
): Array<Code> {
  const code: Array<Code> = []
  let open: FenceLine | undefined
  let start = bodyStart
  while (start < bodyEnd) {
    const fence = readFence(value, start)
    if (!open) {
      open = fence
    } else if (fence && closes(fence, open)) {
      code.push({start: open.start, end: fence.end})
      open = undefined
    }
    start = nextLine(value, lineEnd(value, start))
  }
  return code
}

/** Whether one of some ranges, which are in order, holds an offset. */
function holds(code: ReadonlyArray<Code>, offset: number): boolean {
  let low = 0
  let high = code.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((code[middle] as Code).end < offset) low = middle + 1
    else high = middle
  }
  return (code[low]?.start ?? Infinity) < offset
}
