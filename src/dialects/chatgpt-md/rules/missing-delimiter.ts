import type {Rule} from '../../rule.ts'
import {delimiter} from '../grammar.ts'
import {delimiterOf, headerOf} from '../read.ts'

/** Report headers without a delimiter before them. */
export const missingDelimiter: Rule<'missing-delimiter'> = {
  ruleId: 'missing-delimiter',
  severity: 'error',
  inParse: true,
  find({turns}, report) {
    for (const [index, {boundary}] of turns.entries()) {
      const previous = turns[index - 1]
      const header = headerOf(boundary)
      // With nothing before it the first header needs none.
      if (!previous || !header || delimiterOf(boundary)) continue
      const harm = headerOf(previous.boundary)
        ? 'this turn'
        : 'the text before it'
      report({
        reason: `Missing \`${delimiter}\` before this header: ChatGPT MD drops ${harm}`,
        start: header.start,
        end: header.end
      })
    }
  }
}
