import {fenceEnd, frontmatterFence} from '../../../text/frontmatter.ts'
import type {Rule} from '../../rule.ts'

/** A line after the first that closes frontmatter for ChatGPT MD. */
const close = /\n[^\S\n]*---[^\S\n]*(?:\n|$)/

/** Report text that ChatGPT MD takes for frontmatter, and drops. */
export const falseFrontmatter: Rule<'false-frontmatter'> = {
  ruleId: 'false-frontmatter',
  severity: 'error',
  find({value, from, frontmatter}, report) {
    // Frontmatter that is opened as it should be is `unclosed-frontmatter`.
    if (frontmatter || fenceEnd(value, from) !== -1) return
    const start = value.search(/\S/)
    if (!value.startsWith(frontmatterFence, start)) return
    const match = close.exec(value)
    // After blank lines the fence that opens is the one that closes.
    if (!match || match.index < start) return
    report({
      reason: `Unexpected \`${frontmatterFence}\` at the start of a note without frontmatter, expected a header before it, or a rule such as \`***\`: ChatGPT MD drops the text up to the next line with \`${frontmatterFence}\``,
      start,
      end:
        value.indexOf(frontmatterFence, match.index) + frontmatterFence.length
    })
  }
}
