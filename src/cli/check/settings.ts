import {resolve} from 'node:path'
import type {ArgsDef} from 'citty'
import type {Severity} from '../../problem.ts'
import {files, help, type Input, UsageError} from '../command.ts'
import {loadProject} from '../config/load.ts'
import type {Project} from '../config/schema.ts'
import {formats} from '../reporters/create-reporter.ts'
import {assertRules} from './rules.ts'

/** What is asked for. */
export interface Settings {
  format: (typeof formats)[number] | undefined
  level: Severity
  /** How many warnings are no failure; none by default. */
  maxWarnings: number
  /** The only rules to check; all if there are none. */
  only: ReadonlyArray<string>
  /** Rules that are off, whatever the project says. */
  off: ReadonlyArray<string>
  project: Project
  baseline: string | undefined
  updateBaseline: boolean
  /** Fixes to make. */
  fix: 'none' | 'safe' | 'all'
  /** Whether fixes are shown and not made. */
  diff: boolean
  /** Whether notes that are no chats are checked. */
  all: boolean
}

const levels = ['error', 'warning', 'info'] as const

/** Options of `chatmd check`. */
export const args: ArgsDef = {
  files,
  format: {
    type: 'string',
    valueHint: formats.join('|'),
    description: 'Report (default: `pretty` on a terminal, else `compact`)'
  },
  level: {
    type: 'string',
    valueHint: levels.join('|'),
    description: 'Show this and worse (default: `warning`)'
  },
  'max-warnings': {
    type: 'string',
    valueHint: 'number',
    description: 'Fail with more warnings than this (default: 0)'
  },
  only: list('rule,…', 'Check these rules only'),
  off: list('rule,…', 'Turn rules off'),
  fix: flag('Mend what can be mended without a risk'),
  'unsafe-fixes': flag('Mend more, where what is read may change'),
  diff: flag('Show what would be mended, and write nothing'),
  ignore: list('pattern', 'Leave files out, as in `.gitignore`'),
  'no-ignore': flag('Read no `.gitignore` and `.chatmdignore`'),
  all: flag('Check notes that are no chats, too'),
  changed: list('commit', 'Check what differs from a commit (default: HEAD)'),
  staged: flag('Check what is staged in git'),
  'files-from': list(
    'file',
    'Read names of files, by lines or NUL; - is stdin'
  ),
  'ignore-missing': flag('Leave out names of files that are not there'),
  'stdin-filename': list('name', 'Name of the note on stdin'),
  baseline: list('file', 'Leave out the problems that this file lists'),
  'update-baseline': flag('Write the problems of now into the baseline'),
  config: list('file', 'Settings (default: `chatmd.config.json` upwards)'),
  help
}

function flag(description: string) {
  return {type: 'boolean', description} as const
}

function list(valueHint: string, description: string) {
  return {type: 'string', valueHint, description} as const
}

/**
 * Read the settings: those of the command line go before those of the project.
 *
 * @throws {UsageError} If one is not as it should be.
 */
export function readSettings({values, flags}: Input, cwd: string): Settings {
  const last = (name: string) => values.get(name)?.at(-1)
  const project = loadProject(cwd, last('config'))
  const off = toIds(values.get('off'))
  const only = toIds(values.get('only'))
  assertRules([...off, ...only])
  assertRules(Object.keys(project.rules))
  for (const {rules} of project.overrides) assertRules(Object.keys(rules))
  const baseline = last('baseline')
  if (flags.has('update-baseline') && baseline === undefined) {
    throw new UsageError('Missing `--baseline` with `--update-baseline`')
  }
  if (flags.has('update-baseline') && flags.has('diff')) {
    throw new UsageError('Unexpected `--diff` with `--update-baseline`')
  }
  return {
    format: readChoice('format', last('format'), formats),
    level:
      readChoice('level', last('level'), levels) ?? project.level ?? 'warning',
    maxWarnings: readCount(last('max-warnings')),
    only,
    off,
    project,
    baseline: baseline === undefined ? undefined : resolve(cwd, baseline),
    updateBaseline: flags.has('update-baseline'),
    fix: readFix(flags),
    diff: flags.has('diff'),
    all: flags.has('all')
  }
}

function toIds(values: ReadonlyArray<string> = []): Array<string> {
  return values.flatMap(list => list.split(',')).map(id => id.trim())
}

function readFix(flags: ReadonlySet<string>): Settings['fix'] {
  if (flags.has('unsafe-fixes')) return 'all'
  return flags.has('fix') || flags.has('diff') ? 'safe' : 'none'
}

function readChoice<T extends string>(
  name: string,
  value: string | undefined,
  choices: ReadonlyArray<T>
): T | undefined {
  const found = choices.find(choice => choice === value)
  if (found || value === undefined) return found
  const known = choices.join('`, `')
  throw new UsageError(
    `Unexpected \`--${name} ${value}\`, expected \`${known}\``
  )
}

function readCount(value = '0'): number {
  if (/^(\d+|-1)$/.test(value)) {
    return value === '-1' ? Number.POSITIVE_INFINITY : Number(value)
  }
  throw new UsageError(
    `Unexpected \`--max-warnings ${value}\`, expected a number, or -1 for no limit`
  )
}
