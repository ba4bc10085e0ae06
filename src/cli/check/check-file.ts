import {resolve} from 'node:path'
import type {Severity} from '../../problem.ts'
import type {FoundFile} from '../files/find-files.ts'
import {readNote} from '../files/read-note.ts'
import {isChat} from '../is-chat.ts'
import {fixOf, severityOf} from '../reporters/reporter.ts'
import {toReason} from '../to-reason.ts'
import {takeNew} from './baseline.ts'
import {type CheckPlan, checkNote, isOn, planCheck} from './check-note.ts'
import {reportFailure} from './report-failure.ts'
import type {Run} from './run.ts'

/** Check a file, and report what is found. */
export async function checkFile(file: FoundFile, run: Run): Promise<void> {
  const {settings, summary} = run
  const value = await tryRead(file, run)
  if (value === undefined) return
  if (!settings.all && !isChat(value)) {
    summary.skipped++
    if (run.baseline) takeNew(run.baseline, placeOf(file, run), [], () => true)
    return
  }
  summary.chats++
  const plan = findPlan(file, run)
  const fixed = await mend(file, value, plan, run)
  if (!settings.diff) await reportNote(file, fixed, plan, run)
}

async function tryRead(file: FoundFile, run: Run): Promise<string | undefined> {
  try {
    return await readNote(file, run.io)
  } catch (error) {
    const reason = `Cannot read ${file.isFolder ? 'folder' : 'file'}: ${toReason(error)}`
    await reportFailure(file.name, 'unreadable-file', reason, run)
    return undefined
  }
}

/** Note: the code for it is loaded when it is asked for. */
async function mend(
  file: FoundFile,
  value: string,
  plan: CheckPlan,
  run: Run
): Promise<string> {
  if (run.settings.fix === 'none') return value
  const {fixFile} = await import('./fix-file.ts')
  return fixFile(file, value, plan, run)
}

/** Where a note is, or would be. */
function placeOf({name, path, stdinPath}: FoundFile, {io}: Run): string {
  return path ?? stdinPath ?? resolve(io.cwd, name)
}

function findPlan(file: FoundFile, run: Run): CheckPlan {
  const {plans, settings} = run
  const rules = run.rulesFor(placeOf(file, run))
  const known = plans.get(rules)
  if (known) return known
  const plan = planCheck(rules, settings.only, settings.off)
  plans.set(rules, plan)
  return plan
}

const ranks: Readonly<Record<Severity, number>> = {
  info: 0,
  warning: 1,
  error: 2
}

async function reportNote(
  file: FoundFile,
  value: string,
  plan: CheckPlan,
  run: Run
): Promise<void> {
  const {settings, baseline, summary, reporter, screen} = run
  const all = checkNote(value, plan)
  const found = baseline
    ? takeNew(baseline, placeOf(file, run), all, ruleId => isOn(plan, ruleId))
    : all
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
  if (!reporter) return
  await screen.print(reporter.file({path: file.name, value, problems}))
}
