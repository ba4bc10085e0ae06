import {isMap, isScalar, type ParsedNode} from 'yaml'
import type {ReadNote} from '../dialects/note.ts'
import type {Finding, Fix} from '../problem.ts'
import {findLines} from '../yaml/change-parts.ts'
import type {ParsedPair} from '../yaml/pair.ts'
import {type Part, toPairs} from '../yaml/parts.ts'

/**
 * Find for each key that occurs again how to take out the pair before it, by the
 * place of the key. The last pair counts, so the config stays as it is.
 */
export function fixDuplicates({
  document: {contents},
  yaml,
  yamlStart
}: ReadNote): Map<number, Partial<Finding>> {
  const fixes = new Map<number, Partial<Finding>>()
  if (!isMap(contents) || contents.flow) return fixes
  const parts = toPairs(yaml, contents)
  const last = new Map<string, number>()
  for (const [index, pair] of contents.items.entries()) {
    const name = toName(pair)
    const before = name === undefined ? undefined : last.get(name)
    if (name !== undefined) last.set(name, index)
    if (before === undefined) continue
    const {start, end} = findLines(
      yaml,
      parts[before] as Part,
      parts[before - 1]
    )
    const lines = yaml.slice(start, end)
    // An alias after it may need an anchor in it.
    if (lines.includes('&')) continue
    const isEqual = isSame(yaml, contents.items[before] as ParsedPair, pair)
    const edit = {offset: yamlStart + start, length: end - start, content: ''}
    // A comment in it would be lost.
    const fix: Fix = {edits: [edit], safe: isEqual && !lines.includes('#')}
    fixes.set(yamlStart + pair.key.range[0], {fix})
  }
  return fixes
}

/** Name a key as `toRecord` does, if it is a scalar. */
function toName({key}: ParsedPair): string | undefined {
  if (!isScalar(key)) return undefined
  return key.value === null ? '' : String(key.value)
}

/** Whether two values are surely equal: by their data, or as they are written. */
function isSame(yaml: string, left: ParsedPair, right: ParsedPair): boolean {
  const [a, b] = [left.value, right.value]
  if (isScalar(a) && isScalar(b)) return a.value === b.value
  const text = sourceOf(yaml, a)
  return text === sourceOf(yaml, b) && !text.includes('*')
}

function sourceOf(yaml: string, node: ParsedNode | null): string {
  return node ? yaml.slice(node.range[0], node.range[1]).trimEnd() : ''
}
