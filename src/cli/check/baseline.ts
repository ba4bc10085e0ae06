import {readFileSync} from 'node:fs'
import type {VFileMessage} from 'vfile-message'
import * as z from 'zod/mini'
import {UsageError} from '../command.ts'
import {toReason} from '../fail.ts'
import {writeAtomic} from '../files/write-atomic.ts'

const counts = z.record(z.string(), z.record(z.string(), z.int()))
const schema = z.object({version: z.literal(1), files: counts})

/** How many problems of each rule each file had, when the baseline was written. */
export interface Baseline {
  known: z.infer<typeof counts>
  /** How many there are now. */
  now: z.infer<typeof counts>
}

/** Read a baseline; an empty one if it is to be written anew. */
export function readBaseline(path: string, isNew: boolean): Baseline {
  if (isNew) return {known: {}, now: {}}
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return {known: schema.parse(value).files, now: {}}
  } catch (error) {
    throw new UsageError(`Cannot read \`${path}\`: ${toReason(error)}`)
  }
}

/** Count problems, and return those that the baseline does not list. */
export function findNew(
  {known, now}: Baseline,
  path: string,
  messages: ReadonlyArray<VFileMessage>
): Array<VFileMessage> {
  const counted: Record<string, number> = {}
  const found = messages.filter(({ruleId = ''}) => {
    const count = (counted[ruleId] ?? 0) + 1
    counted[ruleId] = count
    return count > (known[path]?.[ruleId] ?? 0)
  })
  if (messages.length > 0) now[path] = counted
  return found
}

/** List what the baseline has more of than there is now. */
export function findStale({known, now}: Baseline): Array<string> {
  return Object.entries(known).flatMap(([path, rules]) =>
    Object.entries(rules).flatMap(([ruleId, count]) => {
      const left = now[path]?.[ruleId] ?? 0
      return left < count ? [`${path}: ${ruleId}: ${count - left}`] : []
    })
  )
}

/** Write the problems of now as the baseline. */
export function writeBaseline(path: string, {now}: Baseline): void {
  const files = Object.fromEntries(
    Object.entries(now)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, rules]) => [path, sortKeys(rules)])
  )
  writeAtomic(path, `${JSON.stringify({version: 1, files}, undefined, 2)}\n`)
}

function sortKeys(rules: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))
  )
}
