import {delimiterEnds, delimiterName, delimiterStart} from '../grammar.ts'

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

/** Whether a line was meant to end a turn, and does not. */
export function isMalformedDelimiter(line: string): boolean {
  return nearly.test(line) && !right.test(line)
}
