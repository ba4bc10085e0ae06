import {isSeq, type ParsedNode} from 'yaml'
import type * as z from 'zod/mini'
import type {Report} from '../problem.ts'
import {shorten, toLine} from '../text/shorten.ts'
import type {ParsedPair} from '../yaml/pair.ts'

/** Part of a config that is not as the schema wants it. */
export interface Mistake {
  /** Keys and indices from the top of the config. */
  path: ReadonlyArray<PropertyKey>
  /** Message of the schema, such as `Expected a string`. */
  message: string
}

/** Report frontmatter that has no keys at all. */
export function reportNoMap(node: ParsedNode, report: Report): void {
  const [start, end] = node.range
  const kind = isSeq(node) ? 'list' : 'value without key'
  const reason = `Unexpected ${kind}, expected a map of settings`
  report({ruleId: 'invalid-config', reason, start, end})
}

/** Turn a zod error into mistakes, each with its path in the config. */
export function toMistakes(
  key: string,
  error: z.core.$ZodError
): Array<Mistake> {
  const mistakes: Array<Mistake> = []
  for (const issue of error.issues) {
    // Of the shapes a value may have the one counts that fits on the outside,
    // so that a wrong item of a list is named, and not the whole list.
    const shapes = issue.code === 'invalid_union' ? issue.errors.flat() : []
    const inner = shapes.filter(issue => issue.path.length > 0)
    for (const {path, message} of inner.length > 0 ? inner : [issue]) {
      mistakes.push({path: [key, ...path], message})
    }
  }
  return mistakes
}

/** Report a mistake in the config at the value it is about. */
export function reportConfig(
  value: string,
  pair: ParsedPair,
  mistake: Mistake,
  report: Report
): void {
  const [start, end] = findNode(pair, mistake.path).range
  const actual = value.slice(start, end)
  const key = String(mistake.path[0])
  report({
    ruleId: 'invalid-config',
    reason: sayMistake(mistake, `\`${shorten(actual)}\` for \`${key}\``),
    start,
    end,
    actual
  })
}

/** Join the found value and the message of the schema to a reason. */
export function sayMistake({message}: Mistake, actual: string): string {
  const said = toLine(message).replace(/[.\s]+$/, '')
  return `Unexpected ${actual}, ${said.charAt(0).toLowerCase()}${said.slice(1)}`
}

/** Find the node at a path; an alias stands for all that is in it. */
function findNode(pair: ParsedPair, path: Mistake['path']): ParsedNode {
  // Not `null`: a key without value is right in every schema.
  let node = pair.value as ParsedNode
  for (const step of path.slice(1)) {
    const inner = isSeq(node) && node.items[Number(step)]
    if (!inner) break
    node = inner as ParsedNode
  }
  return node
}
