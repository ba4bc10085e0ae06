/**
 * Messages of `yaml` go in, problems at exact places come out: reasons on one
 * line, without full stop, and offsets in the YAML text.
 */
import {type Document, isMap, type YAMLError} from 'yaml'
import type {Report} from '../problem.ts'
import {shorten, toLine} from '../text/shorten.ts'
import {findPair} from './find-broken.ts'
import type {ParsedPair} from './pair.ts'

/** Length of the longest reason. */
const maxReason = 200

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
 * Report the errors and warnings of `yaml`: one for each mistake.
 *
 * Warnings too, because they are about tags that change nothing here: the value
 * is not of the type of its tag.
 */
export function reportYaml(
  document: Document.Parsed,
  value: string,
  report: Report
): void {
  const {length} = value
  const mistakes = findMistakes(document, value)
  for (const {message, pos} of [...mistakes, ...document.warnings]) {
    const start = Math.min(pos[0], length)
    const end = Math.max(start, Math.min(pos[1], length))
    reportMistake(report, message, [start, end])
  }
}

/**
 * Leave out errors that come of others: those of a pair at the top after its
 * first, those on the line of the one before, and tabs after the first, since
 * who indents with them does so on every line.
 */
function findMistakes(
  {contents, errors}: Document.Parsed,
  value: string
): Array<YAMLError> {
  const pairs = isMap(contents) ? contents.items : []
  const mistakes: Array<YAMLError> = []
  const seen = new Set<unknown>()
  let before = -1
  for (const error of [...errors].sort(byStart)) {
    const {code, pos} = error
    const causes: Array<unknown> = [findPair(pairs, pos[0])]
    if (code === 'TAB_AS_INDENT') causes.push(code)
    const isOnLine = before >= 0 && !/[\r\n]/.test(value.slice(before, pos[0]))
    if (!isOnLine && !causes.some(cause => seen.has(cause))) {
      mistakes.push(error)
    }
    for (const cause of causes) seen.add(cause)
    before = pos[0]
  }
  return mistakes
}

function byStart({pos: [left]}: YAMLError, {pos: [right]}: YAMLError): number {
  return left - right
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

/** Write a message of `yaml` in the form of our reasons. */
function toReason(message: string): string {
  const line = toLine(message)
    .slice(0, maxReason)
    .replace(/[.\s]+$/, '')
  return /^(?:Unexpected|Cannot|Missing|Expected) /.test(line)
    ? line
    : `Cannot read YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}`
}
