import {isScalar, type Scalar, visit} from 'yaml'
import type {Frontmatter} from '../../frontmatter/read.ts'
import type {Report} from '../../problem.ts'

/**
 * Report strings in flow lists that hold a comma.
 *
 * ok:
 *
 * ```yaml
 * system_commands:
 *   - 'Be brief, be kind.'
 * ```
 *
 * not ok:
 *
 * ```yaml
 * system_commands: ['Be brief, be kind.']
 * ```
 */
export function commaInFlowList(
  {document}: Frontmatter,
  _value: string,
  report: Report
): void {
  visit(document, {
    Seq(_position, list) {
      if (!list.flow) return
      for (const item of list.items) {
        if (!isScalar(item) || typeof item.value !== 'string') continue
        if (!item.value.includes(',')) continue
        const [start, end] = (item as Scalar.Parsed).range
        const reason =
          'Unexpected comma in a flow list, expected a block list: ChatGPT MD 2.1 to 2.4 splits the string there'
        report({ruleId: 'comma-in-flow-list', reason, start, end})
      }
    }
  })
}
