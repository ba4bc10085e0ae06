import {isScalar, type Scalar, visit} from 'yaml'
import type {Rule} from '../../rule.ts'

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
export const commaInFlowList: Rule<'comma-in-flow-list'> = {
  ruleId: 'comma-in-flow-list',
  severity: 'info',
  find({document, yamlStart}, report) {
    visit(document, {
      Seq(_position, list) {
        if (!list.flow) return
        for (const item of list.items) {
          if (!isScalar(item) || typeof item.value !== 'string') continue
          if (!item.value.includes(',')) continue
          const [start, end] = (item as Scalar.Parsed).range
          report({
            reason:
              'Unexpected comma in a flow list, expected a block list: ChatGPT MD 2.1 to 2.4 splits the string there',
            start: yamlStart + start,
            end: yamlStart + end
          })
        }
      }
    })
  }
}
