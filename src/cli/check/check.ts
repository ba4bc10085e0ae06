import type {VFile} from 'vfile'
import {check} from '../check/check.ts'
import {defaultCheckDialect} from '../default-dialect.ts'
import {parse} from '../parse.ts'
import {readingIds} from '../problem.ts'
import {stringify} from '../stringify.ts'
import type {RuleId} from '../tree.ts'
import {type Command, files, help, type Input, UsageError} from './command.ts'
import {fail} from './fail.ts'
import {findFiles} from './files/find-files.ts'
import {readFile} from './files/read-file.ts'
import type {Io} from './io.ts'
import {report, toReported} from './report.ts'

const ruleIds: ReadonlyArray<string> = [
  ...readingIds,
  ...defaultCheckDialect.rules.map(({ruleId}) => ruleId)
].sort()

/** Find the problems of notes, and prove that they are printed as they are. */
export const checkCommand: Command = {
  definition: {
    meta: {
      name: 'check',
      description: 'Find the problems of chat notes; nothing is written'
    },
    args: {
      files,
      off: {
        type: 'string',
        valueHint: 'rule,…',
        description: 'Turn rules off; can be repeated'
      },
      quiet: {
        type: 'boolean',
        alias: 'q',
        description: 'Show only files with problems'
      },
      help
    }
  },
  run
}

async function run(input: Input, io: Io): Promise<number> {
  const off = readOff(input.values.get('off') ?? [])
  const {files} = await findFiles(input.files, io.cwd)
  const reported: Array<VFile> = []
  for (const found of files) {
    const file = await readFile(found, io)
    if (file.messages.length === 0) checkFile(file, off)
    reported.push(toReported(file))
  }
  await report(reported, io, input.flags.has('quiet'))
  return toExitCode(reported)
}

function readOff(values: Array<string>): Partial<Record<RuleId, boolean>> {
  const off: Partial<Record<RuleId, boolean>> = {}
  for (const value of values.flatMap(list => list.split(','))) {
    const ruleId = value.trim()
    if (!ruleIds.includes(ruleId)) {
      const known = ruleIds.join('`, `')
      throw new UsageError(
        `Unexpected rule \`${ruleId}\`, expected one of \`${known}\``
      )
    }
    off[ruleId as RuleId] = false
  }
  return off
}

function checkFile(file: VFile, off: Partial<Record<RuleId, boolean>>): void {
  try {
    check(file, {rules: off})
    const value = String(file)
    const chat = parse(value, {position: false})
    if (stringify(chat) === value) return
    fail(file, 'round-trip', 'Unexpected change when printed, expected none')
  } catch (error) {
    // Note: this is a defect of ours; the other files are still checked.
    fail(file, 'round-trip', `Cannot print again: ${error}`)
  }
}

/** What is worth to know only (`fatal: undefined`) fails nothing. */
function toExitCode(files: Array<VFile>): number {
  const messages = files.flatMap(file => file.messages)
  if (messages.some(message => message.ruleId === 'unreadable-file')) return 2
  return messages.some(message => typeof message.fatal === 'boolean') ? 1 : 0
}
