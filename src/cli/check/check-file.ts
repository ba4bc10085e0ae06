import {readFileSync} from 'node:fs'
import {VFileMessage} from 'vfile-message'
import {detect} from '../../detect.ts'
import type {Severity} from '../../problem.ts'
import {UsageError} from '../command.ts'
import type {RulesFor} from '../config/rules-for.ts'
import {toReason} from '../fail.ts'
import type {FoundFile} from '../files/find-files.ts'
import {decodeNote, readAll} from '../files/read-file.ts'
import {writeAtomic} from '../files/write-atomic.ts'
import {type Io, write} from '../io.ts'
import {
  fixOf,
  type Reporter,
  type Summary,
  severityOf
} from '../reporters/reporter.ts'
import {type Baseline, findNew} from './baseline.ts'
import {type CheckPlan, checkNote, planCheck} from './check-note.ts'
import {fixNote} from './fix-note.ts'
import type {Settings} from './settings.ts'
import {toDiff} from './to-diff.ts'

/** What one run shares between its files. */
export interface Run {
  settings: Settings
  io: Io
  reporter: Reporter
  rulesFor: RulesFor
  /** Plans by their settings, since most files have the same. */
  plans: Map<unknown, CheckPlan>
  baseline: Baseline | undefined
  summary: Summary & {rules: Map<string, number>}
  /** Whether a file could not be read or written. */
  failed: boolean
  /** Whether a fix would change a file. */
  differs: boolean
}

/** Check a file, and report what is found. */
export async function checkFile(file: FoundFile, state: Run): Promise<void> {
  try {
    const value = decodeNote(await readBytes(file, state.io))
    if (!state.settings.all && detect(value).length === 0) {
      state.summary.skipped++
      return
    }
    state.summary.chats++
    const plan = findPlan(file, state)
    const fixed = await fixFile(file, value, plan, state)
    if (!state.settings.diff) await reportNote(file.name, fixed, plan, state)
  } catch (error) {
    if (error instanceof UsageError) throw error
    state.failed = true
    await reportFailure(file, error, state)
  }
}

async function readBytes(file: FoundFile, io: Io): Promise<Uint8Array> {
  if (file.missing !== undefined) throw new Error(file.missing)
  // Note: at once, which takes half the time of asking for each file.
  return file.path === undefined ? readAll(io.stdin) : readFileSync(file.path)
}

function findPlan(
  {path, stdinPath}: FoundFile,
  {rulesFor, plans, settings}: Run
): CheckPlan {
  const rules = rulesFor(path ?? stdinPath ?? '')
  const known = plans.get(rules)
  if (known) return known
  const plan = planCheck(rules, settings.only)
  plans.set(rules, plan)
  return plan
}

/** Make or show fixes; returns the note as it is then. */
async function fixFile(
  {name, path}: FoundFile,
  value: string,
  plan: CheckPlan,
  state: Run
): Promise<string> {
  const {settings, io, summary} = state
  if (settings.fix === 'none') return value
  const fixed = fixNote(value, plan, settings.fix === 'all')
  if (fixed === value) return value
  if (settings.diff) {
    state.differs = true
    await write(io.stdout, toDiff(name, value, fixed))
    return fixed
  }
  if (path === undefined)
    throw new UsageError('Cannot mend stdin, expected a file')
  if (decodeNote(readFileSync(path)) !== value) {
    throw new Error('it changed while it was checked')
  }
  writeAtomic(path, fixed)
  summary.fixed++
  return fixed
}

const ranks: Readonly<Record<Severity, number>> = {
  info: 0,
  warning: 1,
  error: 2
}

async function reportNote(
  path: string,
  value: string,
  plan: CheckPlan,
  {settings, baseline, summary, reporter, io}: Run
): Promise<void> {
  const all = checkNote(value, plan)
  const found = baseline ? findNew(baseline, path, all) : all
  const problems = found.filter(message => {
    const severity = severityOf(message)
    const isShown = ranks[severity] >= ranks[settings.level]
    summary[isShown ? 'shown' : 'hidden'][severity]++
    return isShown
  })
  for (const message of problems) {
    const {ruleId = ''} = message
    summary.rules.set(ruleId, (summary.rules.get(ruleId) ?? 0) + 1)
    if (fixOf(message)?.safe) summary.fixable++
  }
  await write(io.stdout, reporter.file({path, value, problems}))
}

async function reportFailure(
  {name, isFolder}: FoundFile,
  error: unknown,
  {reporter, summary, io}: Run
): Promise<void> {
  const reason = `Cannot read ${isFolder ? 'folder' : 'file'}: ${toReason(error)}`
  const message = new VFileMessage(reason, {
    ruleId: 'unreadable-file',
    source: 'chatmd'
  })
  message.fatal = true
  summary.shown.error++
  await write(
    io.stdout,
    reporter.file({path: name, value: '', problems: [message]})
  )
}
