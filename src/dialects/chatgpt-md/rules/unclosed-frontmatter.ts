import {fenceEnd, frontmatterFence} from '../../../text/frontmatter.ts'
import type {Rule} from '../../rule.ts'

/** Report frontmatter that never ends, and so is content. */
export const unclosedFrontmatter: Rule<'unclosed-frontmatter'> = {
  ruleId: 'unclosed-frontmatter',
  severity: 'warning',
  inParse: true,
  find({value, from, frontmatter}, report) {
    const end = frontmatter ? -1 : fenceEnd(value, from)
    if (end === -1) return
    report({
      reason: `Missing \`${frontmatterFence}\` after this frontmatter: its settings are not read, and are sent as text`,
      start: from,
      end
    })
  }
}
