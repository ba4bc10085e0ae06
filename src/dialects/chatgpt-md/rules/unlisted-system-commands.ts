import {isMap, isScalar, type Scalar} from 'yaml'
import {offer} from '../../../problem.ts'
import {findLineEnding} from '../../../text/line-ending.ts'
import {shorten} from '../../../text/shorten.ts'
import {findIndent} from '../../../yaml/change-parts.ts'
import {equalData} from '../../../yaml/equal-data.ts'
import {readYaml} from '../../../yaml/read.ts'
import type {ReadNote} from '../../note.ts'
import type {Rule} from '../../rule.ts'

const name = 'system_commands'

/** Report a string where ChatGPT MD wants a list, and fails on anything else. */
export const unlistedSystemCommands: Rule<'unlisted-system-commands'> = {
  ruleId: 'unlisted-system-commands',
  severity: 'warning',
  find(note, report) {
    const {document, yamlStart} = note
    const map = document.contents
    if (!isMap(map)) return
    for (const {key, value} of map.items) {
      if (!isScalar(key) || key.value !== name || !isScalar(value)) continue
      if (typeof value.value !== 'string' || value.value === '') continue
      const [start, end] = value.range
      const [from, to] = [yamlStart + start, yamlStart + end]
      const indent = findIndent(note.yaml, key.range[0])
      const list = toList(note, value, map.flow ? undefined : indent)
      report({
        reason: `Unexpected \`${shorten(value.value)}\` for \`${name}\`, expected a list: ChatGPT MD cannot send this note`,
        ...(list === undefined
          ? {start: from, end: to}
          : offer(from, to, list, true))
      })
    }
  }
}

/**
 * Write a text as a list of one: in brackets, or in a block where there is an
 * indentation for it; `undefined` if it has several lines.
 */
function toList(
  {yaml, value, document}: ReadNote,
  {range: [start, end], value: text, anchor, tag}: Scalar.Parsed,
  indent: string | undefined
): string | undefined {
  const item = yaml.slice(start, end)
  const isPlain = !/[\r\n]/.test(item) && !anchor && !tag
  if (!isPlain || document.errors.length > 0) return undefined
  // Note: with a comma in brackets it would be `comma-in-flow-list`.
  const lists = String(text).includes(',') ? [] : [`[${item}]`]
  if (indent !== undefined) {
    lists.push(`${findLineEnding(value)}${indent}  - ${item}`)
  }
  return lists.find(list =>
    equalData(readYaml(`x: ${list}\n`, undefined).data, {x: [text]})
  )
}
