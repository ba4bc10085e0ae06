import {readFileSync} from 'node:fs'
import type {FoundFile} from '../files/find-files.ts'
import {writeAtomic} from '../files/write-atomic.ts'
import {toReason} from '../to-reason.ts'
import type {CheckPlan} from './check-note.ts'
import {fixNote} from './fix-note.ts'
import {reportFailure} from './report-failure.ts'
import type {Run} from './run.ts'
import {toDiff} from './to-diff.ts'

/** Mend a file, or show how; returns the note as it is then. */
export async function fixFile(
  {name, path}: FoundFile,
  value: string,
  plan: CheckPlan,
  run: Run
): Promise<string> {
  const {settings, screen, summary} = run
  let fixed = value
  try {
    fixed = fixNote(value, plan, settings.fix === 'all')
    if (fixed === value) return value
    if (!settings.diff && path !== undefined) replace(path, value, fixed)
  } catch (error) {
    const reason = `Cannot mend file: ${toReason(error)}`
    await reportFailure(name, 'unwritable-file', reason, run)
    return value
  }
  summary.fixed++
  if (settings.diff) await screen.print(toDiff(name, value, fixed))
  return fixed
}

function replace(path: string, value: string, fixed: string): void {
  // Note: bytes, since another text may be in them by now.
  if (!readFileSync(path).equals(Buffer.from(value))) {
    throw new Error('it changed while it was checked')
  }
  writeAtomic(path, fixed)
}
