import {defaultCheckDialect} from '../../default-dialect.ts'
import {docs, readingIds, type Severity} from '../../problem.ts'
import {UsageError} from '../command.ts'
import {suggest} from '../suggest.ts'

/** A rule, as the command line lists it. */
export interface RuleInfo {
  ruleId: string
  severity: Severity
  /** Whether it is off unless turned on. */
  off: boolean
  /** Address of its page. */
  url: string
}

/** Name of the proof that a note is printed as it is. */
export const roundTrip = 'round-trip'

/** All rules, by name. */
export const rules: ReadonlyArray<RuleInfo> = [
  {ruleId: roundTrip, severity: 'error' as const, off: false},
  ...readingIds.map(ruleId => ({
    ruleId,
    severity: 'error' as const,
    off: false
  })),
  ...defaultCheckDialect.rules.map(({ruleId, severity, off = false}) => ({
    ruleId,
    severity,
    off
  }))
]
  .map(rule => ({...rule, url: toUrl(rule.ruleId)}))
  .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))

function toUrl(ruleId: string): string {
  const page = ruleId === roundTrip ? docs.replace('problems', 'cli') : docs
  return `${page}#${ruleId}`
}

/** @throws {UsageError} If one is the name of no rule. */
export function assertRules(ids: ReadonlyArray<string>): void {
  const known = rules.map(({ruleId}) => ruleId)
  for (const id of ids) {
    if (known.includes(id)) continue
    const more = suggest(id, known) ?? 'one that `chatmd rules` lists'
    throw new UsageError(`Unexpected rule \`${id}\`, expected ${more}`)
  }
}
