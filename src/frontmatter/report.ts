/**
 * What `yaml` and zod say goes in, problems at exact places come out:
 * reasons on one line, without full stop, and offsets in the YAML text.
 */
import {type Document, isSeq, type ParsedNode} from 'yaml'
import type * as z from 'zod/mini'
import type {Report} from '../problem.ts'
import {hideSecrets} from '../secrets.ts'
import type {ParsedPair} from './to-data.ts'

/** Part of a config that is not as the schema wants it. */
export interface Mistake {
  /** Keys and indices from the top of the config. */
  path: ReadonlyArray<PropertyKey>
  /** What is expected there: `Expected …`. */
  expected: string
}

/** Length of the longest reason. */
const maxReason = 200

/** How much of a text is looked at: more than a secret is long. */
const maxLook = 600

/** Length of the longest text that a reason repeats. */
const maxActual = 60

/** Report a defect of the YAML text. */
export function reportMistake(
  report: Report,
  reason: string,
  range: ReadonlyArray<number>
): void {
  const [start = 0, end = start] = range
  report({ruleId: 'invalid-yaml', reason: toReason(reason), start, end})
}

/**
 * Report the errors and warnings of `yaml`.
 *
 * Warnings too, as they tell of tags that change nothing here:
 * the value is not what the tag says.
 */
export function reportYaml(
  document: Document.Parsed,
  length: number,
  report: Report
): void {
  for (const {message, pos} of [...document.errors, ...document.warnings]) {
    const start = Math.min(pos[0], length)
    const end = Math.max(start, Math.min(pos[1], length))
    reportMistake(report, message, [start, end])
  }
}

/** Report each key that occurs again, with the place of the first. */
export function reportDuplicates(
  pairs: ReadonlyArray<ParsedPair>,
  keys: ReadonlyArray<string | undefined>,
  report: Report
): void {
  const seen = new Map<string, ParsedPair>()
  for (const [index, pair] of pairs.entries()) {
    const key = keys[index]
    if (key === undefined) continue
    const first = seen.get(key)
    if (first) reportDuplicate(key, pair, first, report)
    else seen.set(key, pair)
  }
}

function reportDuplicate(
  key: string,
  pair: ParsedPair,
  first: ParsedPair,
  report: Report
): void {
  const name = shorten(key)
  const [start, end] = pair.key.range
  report({
    ruleId: 'duplicate-key',
    reason: `Unexpected repeated key \`${name}\`, expected it once`,
    start,
    end,
    actual: key,
    cause: {
      reason: `First use of \`${name}\` is here`,
      start: first.key.range[0],
      end: first.key.range[1]
    }
  })
}

/** Report frontmatter that has no keys at all. */
export function reportNoMap(node: ParsedNode, report: Report): void {
  const [start, end] = node.range
  const kind = isSeq(node) ? 'list' : 'value without key'
  const reason = `Unexpected ${kind}, expected a map of settings`
  report({ruleId: 'invalid-config', reason, start, end})
}

/** Say what a zod error is about, and where in the config. */
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
      mistakes.push({path: [key, ...path], expected: message})
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

/** Say what was found and what is expected. */
export function sayMistake({expected}: Mistake, actual: string): string {
  return `Unexpected ${actual}, e${expected.slice(1)}`
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

/** Put text on one line and cut it where it is too long to read. */
export function shorten(value: string): string {
  const line = toLine(value)
  return line.length > maxActual ? `${line.slice(0, maxActual)}…` : line
}

/** Write what `yaml` says as our reasons are written. */
function toReason(message: string): string {
  const line = toLine(message)
    .slice(0, maxReason)
    .replace(/[.\s]+$/, '')
  return /^(?:Unexpected|Cannot|Missing|Expected) /.test(line)
    ? line
    : `Cannot read YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}`
}

/**
 * Put text on one line, without secrets: they are hidden before text is cut,
 * as half of one looks like none.
 */
function toLine(value: string): string {
  return hideSecrets(value.slice(0, maxLook)).replace(/[\s\u0085]+/g, ' ')
}
