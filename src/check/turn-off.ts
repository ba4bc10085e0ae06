// `chatmd: {off: [empty-turn]}` in the frontmatter of a note turns rules off
// there. An entry that does nothing is a problem, so that none is forgotten.

import {isMap, isScalar, isSeq, type ParsedNode} from 'yaml'
import type {Dialect} from '../dialects/dialect.ts'
import type {ReadNote} from '../dialects/note.ts'
import type {Rate} from '../find-problems.ts'
import {type Problem, readingIds, type Severity} from '../problem.ts'
import {shorten} from '../text/shorten.ts'

const ruleId = 'unused-off'

/** Defects that `check` does not look for, so an entry may be of use elsewhere. */
const elsewhere: ReadonlyArray<string> = [
  'content-too-deep',
  'content-too-long',
  'unwritable-content'
]

/** Leave out the problems that the note turns off; add entries without use. */
export function turnOff(
  note: ReadNote,
  problems: ReadonlyArray<Problem>,
  dialect: Dialect,
  rate: Rate
): ReadonlyArray<Problem> {
  const entries = findEntries(note)
  if (entries.length === 0) return problems
  const off = new Set(entries.map(({value}) => value))
  const left = problems.filter(problem => !off.has(problem.ruleId))
  const severity = rate({ruleId, severity: 'warning'})
  if (!severity || off.has(ruleId)) return left
  const used = new Set<unknown>(problems.map(problem => problem.ruleId))
  const rated = toRated(dialect, rate)
  for (const entry of entries) {
    const says = judge(entry.value, rated, used)
    // So that a second entry of that name has no use.
    used.delete(entry.value)
    if (says) left.push(toProblem(note, entry, says, severity))
  }
  return left
}

/** An item of the list. */
interface Entry {
  /** Its value: the name of a rule, if it is right. */
  value: unknown
  node: ParsedNode
}

/** Find the names that a note lists, or the one that it has in place of a list. */
function findEntries({document: {contents}}: ReadNote): Array<Entry> {
  const settings = isMap(contents) ? contents.get('chatmd', true) : undefined
  const node: unknown = isMap(settings) ? settings.get('off', true) : undefined
  const nodes = isSeq<ParsedNode>(node) ? node.items : [node]
  return nodes.flatMap(node => {
    if (!node) return []
    if (!isScalar(node)) return [{value: undefined, node: node as ParsedNode}]
    const {value} = node
    return value === null ? [] : [{value, node: node as ParsedNode}]
  })
}

/** Every rule by name, and whether it is on. */
function toRated(dialect: Dialect, rate: Rate): ReadonlyMap<unknown, boolean> {
  const severity: Severity = 'error'
  const heads = readingIds.map(ruleId => ({ruleId, severity}))
  return new Map(
    [...heads, ...dialect.rules].map(head => [
      head.ruleId,
      rate(head) !== undefined && !elsewhere.includes(head.ruleId)
    ])
  )
}

/** Say why an entry has no use, if it has none. */
function judge(
  value: unknown,
  rated: ReadonlyMap<unknown, boolean>,
  used: ReadonlySet<unknown>
): string | undefined {
  const isOn = rated.get(value)
  if (isOn === undefined) return 'expected the name of a rule'
  if (!isOn || used.has(value)) return undefined
  return 'expected no entry, since it turns off no problem here; delete it'
}

function toProblem(
  {yaml, yamlStart}: ReadNote,
  {node}: Entry,
  says: string,
  severity: Severity
): Problem {
  const [start, end] = node.range
  const actual = yaml.slice(start, end)
  return {
    ruleId,
    severity,
    reason: `Unexpected \`${shorten(actual)}\` in \`chatmd.off\`, ${says}`,
    start: yamlStart + start,
    end: yamlStart + end,
    actual
  }
}
