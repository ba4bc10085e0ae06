import {type Command, type Input, UsageError} from '../command.ts'
import {escapeControls} from '../escape-controls.ts'
import {selectFiles} from '../files/select-files.ts'
import {type Io, OutputError} from '../io.ts'
import {pluralise} from '../reporters/pluralise.ts'
import {toSummary} from '../reporters/summary.ts'
import {findStale, writeBaseline} from './baseline.ts'
import {checkFile} from './check-file.ts'
import {createRun, type Run} from './run.ts'
import {args, readSettings} from './settings.ts'

/** Find the problems of notes, mend them, and prove that all are printed as they are. */
export const checkCommand: Command = {
  definition: {
    meta: {
      name: 'check',
      description: 'Find the problems of chat notes, and mend them'
    },
    args
  },
  run
}

async function run(input: Input, io: Io): Promise<number> {
  const settings = readSettings(input, io.cwd)
  const files = await selectFiles(input, settings.project, io)
  const isMending = settings.fix !== 'none' && !settings.diff
  if (isMending && files.some(({path, missing}) => !path && !missing)) {
    throw new UsageError('Cannot mend stdin, expected a file, or `--diff`')
  }
  const state = await createRun(settings, io, files.length)
  const {screen, reporter, summary} = state
  try {
    await screen.print(reporter?.begin?.() ?? '')
    for (const file of files) {
      await checkFile(file, state)
      await screen.tick()
    }
    await screen.print(reporter?.end?.(summary) ?? '')
    await screen.say(
      files.length === 0 ? 'No notes to check\n' : toMessage(state)
    )
    await endBaseline(state)
  } catch (error) {
    // Note: who reads no more has enough, but the rest was not checked.
    if (error instanceof OutputError && error.broken) return 1
    throw error
  }
  return toExitCode(state)
}

/** Sum up for people who do not see the data, which is for a machine. */
function toMessage({settings, reporter, summary}: Run): string {
  const {chats, fixed} = summary
  if (settings.updateBaseline || reporter?.summarises) return ''
  if (reporter) return toSummary(summary)
  return `${pluralise(fixed, 'note')} of ${pluralise(chats, 'chat')} would be mended.\n`
}

async function endBaseline({settings, baseline, screen}: Run): Promise<void> {
  if (!baseline) return
  if (settings.updateBaseline) {
    const [problems, files] = writeBaseline(baseline)
    const what = `${pluralise(problems, 'problem')} of ${pluralise(files, 'file')}`
    await screen.say(`The baseline lists ${what}.\n`)
    return
  }
  const stale = findStale(baseline)
  if (stale.length === 0) return
  const shown = stale.map(line => `  ${escapeControls(line)}\n`).join('')
  const hint = '`--update-baseline` drops these'
  await screen.say(`The baseline lists more than there is; ${hint}:\n${shown}`)
}

/** Note: infos fail nothing, even when they are shown. */
function toExitCode({failed, settings, summary}: Run): number {
  if (failed) return 2
  if (settings.updateBaseline) return 0
  if (settings.diff) return summary.fixed > 0 ? 1 : 0
  const {error, warning} = summary.shown
  return error > 0 || warning > settings.maxWarnings ? 1 : 0
}
