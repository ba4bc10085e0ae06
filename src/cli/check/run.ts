import {createRulesFor, type RulesFor} from '../config/rules-for.ts'
import type {Io} from '../io.ts'
import {createReporter} from '../reporters/create-reporter.ts'
import type {Reporter, Summary} from '../reporters/reporter.ts'
import {type Baseline, readBaseline} from './baseline.ts'
import type {CheckPlan} from './check-note.ts'
import {rules} from './rules.ts'
import {createScreen, type Screen} from './screen.ts'
import type {Settings} from './settings.ts'

/** Values that one run shares between its files. */
export interface Run {
  settings: Settings
  io: Io
  screen: Screen
  /** Absent if no problems are shown: with `--diff` and `--update-baseline`. */
  reporter: Reporter | undefined
  rulesFor: RulesFor
  /** Plans by their settings, since most files have the same. */
  plans: Map<unknown, CheckPlan>
  baseline: Baseline | undefined
  summary: Summary & {rules: Map<string, number>}
  /** Whether a file could not be read or written. */
  failed: boolean
}

/** Start a run over a number of files. */
export async function createRun(
  settings: Settings,
  io: Io,
  total: number
): Promise<Run> {
  const {baseline, updateBaseline, project} = settings
  const none = () => ({error: 0, warning: 0, info: 0})
  return {
    settings,
    io,
    screen: createScreen(io, total),
    reporter: await loadReporter(settings, io),
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
    failed: false
  }
}

async function loadReporter(
  {format, diff, updateBaseline}: Settings,
  {isTerminal, color = false, columns = 80}: Io
): Promise<Reporter | undefined> {
  if (diff || updateBaseline) return undefined
  const usual = isTerminal ? 'pretty' : 'compact'
  return createReporter(format ?? usual, {color, columns, rules})
}
