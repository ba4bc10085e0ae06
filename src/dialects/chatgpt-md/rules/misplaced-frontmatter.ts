import {scanFrontmatter} from '../../../text/frontmatter.ts'
import {skipBlankLines} from '../../../text/line.ts'
import type {Rule} from '../../rule.ts'
import {keySchemas} from '../config.ts'
import {readKeys} from './settings.ts'

/** Report settings after blank lines at the start of a note. */
export const misplacedFrontmatter: Rule<'misplaced-frontmatter'> = {
  ruleId: 'misplaced-frontmatter',
  severity: 'warning',
  inParse: true,
  find({value, from, frontmatter}, report) {
    if (frontmatter) return
    const start = skipBlankLines(value, from, value.length)
    const block = start > from && scanFrontmatter(value, start)
    if (!block) return
    if (!readKeys(value, block).some(key => keySchemas.has(key))) return
    report({
      reason:
        'Unexpected blank line before `---`, expected frontmatter to start on the first line: these settings are not read, and ChatGPT MD 2.4.5 to 3.1.0 sends them as text; delete what is before them',
      start,
      end: block.end
    })
  }
}
