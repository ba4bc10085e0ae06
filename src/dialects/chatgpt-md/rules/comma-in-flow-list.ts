import {
  type Document,
  isMap,
  isPair,
  isScalar,
  type Pair,
  type Scalar,
  visit,
  type YAMLSeq
} from 'yaml'
import {shorten} from '../../../text/shorten.ts'
import type {Rule} from '../../rule.ts'
import {toBlockList} from './to-block-list.ts'

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
  find(note, report) {
    const {document, yamlStart} = note
    visit(document, {
      Seq(_position, list, path) {
        if (!list.flow) return
        const items = list.items.filter(hasComma)
        if (items.length === 0) return
        const pair = findPair(document, path)
        const edit = pair && toBlockList(note, pair, list as YAMLSeq.Parsed)
        let fix = edit && {edits: [edit], safe: true}
        for (const {value, range} of items) {
          report({
            reason: `Unexpected comma in \`${shorten(value)}\`, expected a list with one item a line: ChatGPT MD 2.1 to 2.4 splits the text at its commas`,
            start: yamlStart + range[0],
            end: yamlStart + range[1],
            fix
          })
          // One mends them all, and many would be as long as the list each.
          fix = undefined
        }
      }
    })
  }
}

function hasComma(item: unknown): item is Scalar.Parsed & {value: string} {
  return (
    isScalar(item) && typeof item.value === 'string' && item.value.includes(',')
  )
}

/** Find the pair at the top of block style whose value a list is. */
function findPair(
  {contents}: Document.Parsed,
  path: ReadonlyArray<unknown>
): Pair | undefined {
  const [, map, pair] = path
  const isTop = path.length === 3 && map === contents
  return isTop && isMap(map) && !map.flow && isPair(pair) ? pair : undefined
}
