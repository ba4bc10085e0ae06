import {isMap, isScalar, Scalar} from 'yaml'
import type {Dialect} from '../dialects/dialect.ts'
import type {ReadNote} from '../dialects/note.ts'
import {type Finding, offer} from '../problem.ts'

/** A number or a boolean, as JSON writes it. */
const literal = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/

/** Find numbers and booleans in quotes that are right without them, by place. */
export function fixConfig(
  {document: {contents}, yamlStart}: ReadNote,
  {keys}: Dialect
): Map<number, Partial<Finding>> {
  const fixes = new Map<number, Partial<Finding>>()
  for (const {key, value} of isMap(contents) ? contents.items : []) {
    if (!isScalar(value) || !isQuoted(value)) continue
    const text = String(value.value)
    const schema = keys.get(String(key))
    if (!schema || !literal.test(text)) continue
    if (!schema.safeParse(JSON.parse(text)).success) continue
    const [start, end] = value.range
    fixes.set(
      yamlStart + start,
      offer(yamlStart + start, yamlStart + end, text, true)
    )
  }
  return fixes
}

function isQuoted({type, anchor, tag}: Scalar): boolean {
  const isOne = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE
  return isOne && !anchor && !tag
}
