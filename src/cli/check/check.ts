import type {Command, Input} from '../command.ts'
import {createRulesFor} from '../config/rules-for.ts'
import type {FoundFile} from '../files/find-files.ts'
import {selectFiles} from '../files/select-files.ts'
import {type Io, tell, write} from '../io.ts'
import {createReporter} from '../reporters/create-reporter.ts'
import {findStale, readBaseline, writeBaseline} from './baseline.ts'
import {checkFile, type Run} from './check-file.ts'
import {rules} from './rules.ts'
import {args, readSettings, type Settings} from './settings.ts'

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
  if (files.length === 0) {
    await tell(io.stderr, 'No notes to check\n')
    return 0
  }
  const state = await start(settings, io)
  const {reporter, summary} = state
  await write(io.stdout, reporter.begin?.() ?? '')
  await checkFiles(files, state)
  if (!settings.diff) await write(io.stdout, reporter.end?.(summary) ?? '')
  await endBaseline(state)
  return toExitCode(state)
}

async function start(settings: Settings, io: Io): Promise<Run> {
  const {baseline, updateBaseline, project} = settings
  const format = settings.format ?? (io.isTerminal ? 'pretty' : 'compact')
  const none = () => ({error: 0, warning: 0, info: 0})
  return {
    settings,
    io,
    reporter: await createReporter(format, {
      color: io.colorOut ?? false,
      columns: io.columns ?? 80,
      ruleIds: rules.map(({ruleId}) => ruleId)
    }),
    rulesFor: createRulesFor(project),
    plans: new Map(),
    baseline:
      baseline === undefined
        ? undefined
        : readBaseline(baseline, updateBaseline),
    summary: {
      chats: 0,
      skipped: 0,
      fixed: 0,
      shown: none(),
      hidden: none(),
      fixable: 0,
      rules: new Map()
    },
    failed: false,
    differs: false
  }
}

/** Check files in order; after a second, show how far that is. */
async function checkFiles(
  files: ReadonlyArray<FoundFile>,
  state: Run
): Promise<void> {
  const {io} = state
  let next = Date.now() + 1000
  let shown = false
  for (const [index, file] of files.entries()) {
    await checkFile(file, state)
    if (!io.progress || Date.now() < next) continue
    next = Date.now() + 200
    shown = true
    await tell(io.stderr, `\r${index + 1} of ${files.length} `)
  }
  if (shown) await tell(io.stderr, `\r${' '.repeat(20)}\r`)
}

async function endBaseline({settings, baseline, io}: Run): Promise<void> {
  if (!baseline || settings.baseline === undefined) return
  if (settings.updateBaseline) {
    writeBaseline(settings.baseline, baseline)
    return
  }
  const stale = findStale(baseline)
  if (stale.length === 0) return
  const shown = stale.map(line => `  ${line}\n`).join('')
  const hint = '`--update-baseline` drops these'
  await tell(
    io.stderr,
    `The baseline lists more than there is; ${hint}:\n${shown}`
  )
}

/** Note: infos fail nothing, even when they are shown. */
function toExitCode({failed, differs, settings, summary}: Run): number {
  if (failed) return 2
  if (settings.updateBaseline) return 0
  if (settings.diff) return differs ? 1 : 0
  const {error, warning} = summary.shown
  return error > 0 || warning > settings.maxWarnings ? 1 : 0
}
