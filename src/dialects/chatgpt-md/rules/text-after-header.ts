import {shorten} from '../../../text/shorten.ts'
import type {Rule} from '../../rule.ts'
import {headerOf} from '../read.ts'

/** Report text on the line of a header. */
export const textAfterHeader: Rule<'text-after-header'> = {
  ruleId: 'text-after-header',
  severity: 'error',
  inParse: true,
  find({value, turns}, report) {
    for (const {boundary} of turns) {
      const header = headerOf(boundary)
      if (!header || header.textEnd === header.textStart) continue
      const {textStart, textEnd} = header
      const actual = value.slice(textStart, textEnd)
      report({
        reason: `Unexpected \`${shorten(actual)}\` after the header, expected it on a line of its own: it is no content, and ChatGPT MD drops it`,
        start: textStart,
        end: textEnd,
        actual
      })
    }
  }
}
