import {type Code, findCode, isInCode} from '../../../text/code.ts'
import {findAll} from '../../../text/find-all.ts'
import {lineEnd, lineStart, trimEnd} from '../../../text/line.ts'
import type {Rule} from '../../rule.ts'
import {
  delimiter,
  delimiterEnds,
  delimiterName,
  delimiterStart
} from '../grammar.ts'

/**
 * A line that is nearly a delimiter: `<` or `>` lost, self-closed, other quotes
 * or none, other case. The delimiter with more than one space is an escape.
 */
const nearly = /* @__PURE__ */ new RegExp(
  `^ {0,3}<?[ \\t]*hr[ \\t]+class[ \\t]*=[ \\t]*["'“”„‘’\`]?${delimiterName}["'“”„‘’\`]?(?:[ \\t]*/)?(?:[ \\t]*>)?(?:[ \\t]*</hr>)?$`,
  'i'
)
const right = /* @__PURE__ */ new RegExp(
  `${delimiterStart} +(?:${delimiterEnds.join('|')})`
)

/** Report lines that were meant to end a turn, and do not. */
export const malformedDelimiter: Rule<'malformed-delimiter'> = {
  ruleId: 'malformed-delimiter',
  severity: 'warning',
  find({value, turns}, report) {
    for (const {bodyStart, bodyEnd} of turns) {
      let code: Code | undefined
      let done = bodyStart
      for (const hit of findAll(value, delimiterName, bodyStart, bodyEnd)) {
        if (hit < done) continue
        const start = lineStart(value, hit, done)
        done = lineEnd(value, hit)
        const line = value.slice(start, trimEnd(value, start, done))
        if (!nearly.test(line) || right.test(line)) continue
        // In code, it is quoted.
        code ??= findCode(value, bodyStart, bodyEnd)
        if (isInCode(code, hit)) continue
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
