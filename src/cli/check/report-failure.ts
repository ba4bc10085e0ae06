import {escapeControls} from '../escape-controls.ts'
import {createFailure, type FailureId} from './create-failure.ts'
import type {Run} from './run.ts'

/** Report that a file could not be read or written. */
export async function reportFailure(
  path: string,
  ruleId: FailureId,
  reason: string,
  run: Run
): Promise<void> {
  const {reporter, summary, screen} = run
  run.failed = true
  summary.shown.error++
  if (reporter) {
    const problems = [createFailure(ruleId, reason)]
    await screen.print(reporter.file({path, value: '', problems}))
  } else {
    await screen.say(`${escapeControls(`${path}: ${reason}`)}\n`)
  }
}
