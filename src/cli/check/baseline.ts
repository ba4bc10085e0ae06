// A baseline lists how many problems of each rule each file has, so that a check
// shows only those that are new. Its paths start from its own folder.

import {existsSync, readFileSync} from 'node:fs'
import {dirname, relative, resolve, sep} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import * as z from 'zod/mini'
import {UsageError} from '../command.ts'
import {writeAtomic} from '../files/write-atomic.ts'
import {toReason} from '../to-reason.ts'

const schema = z.object({
  version: z.literal(1),
  files: z.record(z.string(), z.record(z.string(), z.int()))
})

/** Numbers of problems by file and rule. */
type Counts = Map<string, ReadonlyMap<string, number>>

/** How many problems of each rule each file had, and has. */
export interface Baseline {
  /** Absolute path of its file. */
  path: string
  known: Counts
  /** Files that are checked in this run. */
  now: Counts
  /** Entries that count more than there is, as lines. */
  stale: Array<string>
}

/** Read a baseline; it may be missing if it is to be written. */
export function readBaseline(path: string, isOptional: boolean): Baseline {
  const baseline = {path, known: new Map(), now: new Map(), stale: []}
  if (isOptional && !existsSync(path)) return baseline
  const {success, data} = schema.safeParse(readJson(path))
  if (!success)
    throw new UsageError(`Cannot read \`${path}\`: it is no baseline`)
  const known = Object.entries(data.files).map(
    ([key, rules]) => [key, new Map(Object.entries(rules))] as const
  )
  return {...baseline, known: new Map(known)}
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UsageError(`Cannot read \`${path}\`: ${toReason(error)}`)
  }
}

/** Count the problems of a file, and return those that are not in the baseline. */
export function takeNew(
  {path: baselinePath, known, now, stale}: Baseline,
  path: string,
  messages: ReadonlyArray<VFileMessage>,
  isOn: (ruleId: string) => boolean
): Array<VFileMessage> {
  const key = relative(dirname(baselinePath), path).replaceAll(sep, '/')
  const before = known.get(key) ?? new Map<string, number>()
  const counted = new Map<string, number>()
  const found = messages.filter(({ruleId = ''}) => {
    const count = (counted.get(ruleId) ?? 0) + 1
    counted.set(ruleId, count)
    return count > (before.get(ruleId) ?? 0)
  })
  for (const [ruleId, count] of before) {
    const left = counted.get(ruleId) ?? 0
    if (!isOn(ruleId)) counted.set(ruleId, count)
    else if (left < count) stale.push(`${key}: ${ruleId}: ${count - left}`)
  }
  now.set(key, counted)
  return found
}

/** List the entries that count more than there is, such as those of no file. */
export function findStale(baseline: Baseline): Array<string> {
  const gone = [...baseline.known]
    .filter(([key]) => isGone(baseline, key))
    .flatMap(([key, rules]) =>
      [...rules].map(([ruleId, count]) => `${key}: ${ruleId}: ${count}`)
    )
  return [...baseline.stale, ...gone]
}

/**
 * Write the problems that files have now; files that were not checked stay as
 * they are listed. Returns how many problems and files are listed.
 */
export function writeBaseline(baseline: Baseline): [number, number] {
  const {path, known, now} = baseline
  const kept = [...known].filter(
    ([key]) => !now.has(key) && !isGone(baseline, key)
  )
  const files = [...kept, ...now].filter(([, rules]) => rules.size > 0)
  const value = {
    version: 1,
    files: toSorted(files.map(([key, rules]) => [key, toSorted([...rules])]))
  }
  writeAtomic(path, `${JSON.stringify(value, undefined, 2)}\n`)
  const counts = files.flatMap(([, rules]) => [...rules.values()])
  return [counts.reduce((sum, count) => sum + count, 0), files.length]
}

function isGone({path, now}: Baseline, key: string): boolean {
  return !now.has(key) && !existsSync(resolve(dirname(path), key))
}

function toSorted<T>(entries: Array<[string, T]>): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
