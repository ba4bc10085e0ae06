import {delimiter} from '../../scan/delimiter.ts'
import {closes, type FenceLine} from '../../scan/fence.ts'
import {isLineEnding, lineEnd, trimEnd} from '../../scan/line.ts'
import {scanLines} from '../../scan/lines.ts'
import {findAll} from '../find-all.ts'
import type {Rule} from '../rule.ts'

const name = '__chatgpt_plugin'

/**
 * What nearly is a delimiter: `<` or `>` lost, self-closed, other quotes or
 * none, other case. The delimiter with more than one space is an escape.
 */
const nearly =
  /^ {0,3}<?[ \t]*hr[ \t]+class[ \t]*=[ \t]*["'“”„‘’`]?__chatgpt_plugin["'“”„‘’`]?(?:[ \t]*\/)?(?:[ \t]*>)?(?:[ \t]*<\/hr>)?$/i
const right = /<hr +class="__chatgpt_plugin">/

/** Report lines that were meant to end a turn, and do not. */
export const malformedDelimiter: Rule = ({value, note}, report) => {
  for (const {bodyStart, bodyEnd} of note.turns) {
    let done = bodyStart
    let code: Array<Code> | undefined
    let next = 0
    for (const hit of findAll(value, name, bodyStart, bodyEnd)) {
      if (hit < done) continue
      let start = hit
      while (start > done && !isLineEnding(value.charCodeAt(start - 1))) start--
      done = lineEnd(value, hit)
      const line = value.slice(start, trimEnd(value, start, done))
      if (!nearly.test(line) || right.test(line)) continue
      code ??= findClosedCode(value, bodyStart, bodyEnd)
      while ((code[next]?.end ?? bodyEnd) < hit) next++
      if ((code[next]?.start ?? bodyEnd) < hit) continue
      report({
        ruleId: 'malformed-delimiter',
        reason: `Unexpected malformed delimiter, expected \`${delimiter}\``,
        start,
        end: start + line.length,
        actual: line,
        expected: [delimiter]
      })
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
  start: number,
  end: number
): Array<Code> {
  const code: Array<Code> = []
  let open: FenceLine | undefined
  for (const line of scanLines(value.slice(start, end), 0)) {
    if (line.kind !== 'fence') continue
    if (!open) {
      open = line
    } else if (closes(line, open)) {
      code.push({start: start + open.start, end: start + line.end})
      open = undefined
    }
  }
  return code
}
