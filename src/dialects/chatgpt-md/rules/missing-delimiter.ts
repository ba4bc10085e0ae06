import type {Rule} from '../../rule.ts'
import {delimiter} from '../grammar.ts'
import {delimiterOf, headerOf} from '../read.ts'

/** Report headers without a delimiter before them. */
export const missingDelimiter: Rule<'missing-delimiter'> = {
  ruleId: 'missing-delimiter',
  severity: 'error',
  inParse: true,
  find({turns}, report) {
    // With nothing before it the first header needs none.
    for (const {boundary} of turns.slice(1)) {
      const header = headerOf(boundary)
      if (!header || delimiterOf(boundary)) continue
      report({
        reason: `Unexpected header without delimiter, expected \`${delimiter}\` before it; ChatGPT MD drops the text before or after this line`,
        start: header.start,
        end: header.end
      })
    }
  }
}
