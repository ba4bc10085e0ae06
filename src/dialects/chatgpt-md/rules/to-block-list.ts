import {isScalar, type Pair, type ParsedNode, type YAMLSeq} from 'yaml'
import type {TextEdit} from '../../../edit.ts'
import {findLineEnding} from '../../../text/line-ending.ts'
import {findIndent} from '../../../yaml/change-parts.ts'
import type {ReadNote} from '../../note.ts'

/**
 * Write a flow list of plain items as a block list that says the same, its items
 * as they are; `undefined` if there is more in it, such as comments and anchors.
 *
 * ```yaml
 * stop: ['a, b', c]
 *      ^^^^^^^^^^^^
 * ```
 */
export function toBlockList(
  {yaml, yamlStart, value, document}: ReadNote,
  {key}: Pair,
  list: YAMLSeq.Parsed
): TextEdit | undefined {
  const [start, end] = list.range
  const [keyStart, keyEnd] = (key as ParsedNode).range
  const between = yaml.slice(keyEnd, start)
  const isPlain = /^[ \t]*:[ \t]+$/.test(between) && hasScalarsOnly(yaml, list)
  if (document.errors.length > 0 || !isPlain) return undefined
  const lineEnding = findLineEnding(value)
  const indent = findIndent(yaml, keyStart)
  const lines = list.items.map(
    ({range}) => `${indent}  - ${yaml.slice(range[0], range[1])}`
  )
  const content = lineEnding + lines.join(lineEnding)
  const offset = keyEnd + between.trimEnd().length
  return {offset: yamlStart + offset, length: end - offset, content}
}

/** An item that says the same in both styles: a `-` is a text in one only. */
const line = /^["'\w\u0080-\uffff][^\r\n]*$/

/** Whether there is nothing in a list but scalars on one line each, and commas. */
function hasScalarsOnly(yaml: string, {items, range}: YAMLSeq.Parsed): boolean {
  let [done] = range
  let rest = ''
  for (const item of items) {
    const [start, end] = item.range
    if (!isScalar(item) || !line.test(yaml.slice(start, end))) return false
    rest += yaml.slice(done, start)
    done = end
  }
  return /^\[[\s,]*\]$/.test(rest + yaml.slice(done, range[1]))
}
