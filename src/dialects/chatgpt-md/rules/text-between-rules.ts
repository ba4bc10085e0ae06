import {findAll} from '../../../text/find-all.ts'
import {frontmatterFence} from '../../../text/frontmatter.ts'
import type {Rule} from '../../rule.ts'

/**
 * Report text between two `---`, wherever those stand: ChatGPT MD 1.0.0 to
 * 2.4.4 removes it.
 */
export const textBetweenRules: Rule<'text-between-rules'> = {
  ruleId: 'text-between-rules',
  severity: 'info',
  off: true,
  find({value, frontmatter, from}, report) {
    const start = frontmatter?.end ?? from
    const hits = findAll(value, frontmatterFence, start, value.length)
    for (let index = 0; index + 1 < hits.length; index += 2) {
      const [open = 0, close = 0] = hits.slice(index, index + 2)
      report({
        reason:
          'Unexpected text between two `---`, expected other rules such as `***`: ChatGPT MD 1.0.0 to 2.4.4 removes it',
        start: open,
        end: close + frontmatterFence.length
      })
    }
  }
}
