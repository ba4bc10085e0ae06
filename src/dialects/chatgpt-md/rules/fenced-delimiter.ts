import type {Rule} from '../../rule.ts'
import {delimiterOf} from '../read.ts'

/** Report delimiters with a code fence around them. */
export const fencedDelimiter: Rule<'fenced-delimiter'> = {
  ruleId: 'fenced-delimiter',
  severity: 'warning',
  find({turns}, report) {
    for (const {boundary} of turns) {
      const line = delimiterOf(boundary)
      if (!boundary?.fenced || !line) continue
      report({
        reason:
          'Unexpected code fence around the delimiter, expected none: ChatGPT MD sends the two lines of the fence as content; delete them',
        start: boundary.start,
        end: line.end
      })
    }
  }
}
