import {check} from '../../check/check.ts'
import type {Format} from '../../convert/format.ts'
import type {Loss} from '../../convert/loss.ts'
import {type Command, type Input, UsageError} from '../command.ts'
import {escapeControls} from '../escape-controls.ts'
import {type FoundFile, findFiles} from '../files/find-files.ts'
import {type Io, OutputError, tell} from '../io.ts'
import {placeOf, severityOf} from '../reporters/reporter.ts'
import {toReason} from '../to-reason.ts'
import {createAssets, listSiblings} from './assets.ts'
import {type ReadChat, readChats} from './chats.ts'
import {loadFormat} from './formats.ts'
import {
  createLosses,
  type Losses,
  tellLosses,
  tellMoreLosses
} from './losses.ts'
import {convertRows} from './rows.ts'
import {args, readSettings, type Settings} from './settings.ts'
import {endingOf, openTarget, type Target, toText} from './target.ts'

/** Turn chats from and into the formats they live in. */
export const convertCommand: Command = {
  definition: {
    meta: {
      name: 'convert',
      description: 'Turn chats from and into notes and data formats'
    },
    args
  },
  run
}

/** What one run shares between its files. */
interface Run {
  settings: Settings
  target: Target
  losses: Losses
  io: Io
  /** Whether there is one chat at most, which is printed to be read. */
  pretty: boolean
  /** How many chats are written. */
  written: number
  skipped: number
  failed: number
  unreadable: number
}

async function run(input: Input, io: Io): Promise<number> {
  const settings = readSettings(input)
  await assertWritable(settings)
  if (input.files.length === 0) {
    throw new UsageError('Unexpected end, expected a file, folder, or pattern')
  }
  const {files, single} = await findFiles(input.files, io.cwd)
  if (settings.field !== undefined) return convertRows(files, settings, io)
  const target = await openTarget(settings, io)
  const state: Run = {
    settings,
    target,
    losses: createLosses(),
    io,
    pretty: single || target.folder !== undefined,
    written: 0,
    skipped: 0,
    failed: 0,
    unreadable: 0
  }
  for (const file of files) await convertFile(file, state)
  await target.end()
  await tellMoreLosses(state.losses, io)
  await tellSkipped(state)
  if (state.unreadable > 0) return 2
  return state.failed > 0 ? 1 : 0
}

async function convertFile(file: FoundFile, state: Run): Promise<void> {
  const {settings, target, io} = state
  const isIntoFolder = target.folder !== undefined
  const siblings = isIntoFolder ? await listSiblings(file.path) : []
  const assets = createAssets(siblings)
  const options = isIntoFolder
    ? {...settings.options, saveFile: assets.save}
    : settings.options
  for await (const reading of readChats(file, {...settings, options}, io)) {
    if (reading.kind === 'skipped') state.skipped++
    else if (reading.kind === 'failure') {
      if (reading.unreadable) state.unreadable++
      await tellFailure(state, reading.name, reading.reason)
    } else await convertChat(reading, state)
  }
  if (target.folder) await assets.write(target.folder)
}

async function convertChat(read: ReadChat, state: Run): Promise<void> {
  const {settings, target, losses, io} = state
  const {name} = read
  try {
    const format = await findTarget(read, settings)
    const text = write(read, format, state)
    await tellLosses(losses, name, read.losses, io)
    const count = read.losses.length
    if (settings.strict && count > 0) {
      await tellFailure(state, name, `Cannot keep all, ${count} lost`)
      return
    }
    if (!format && !target.folder && state.written > 0) {
      const reason = 'Unexpected second note, expected `-o` with a folder'
      await tellFailure(state, name, reason)
      return
    }
    await target.write(read, text, endingOf(format))
    state.written++
  } catch (error) {
    if (error instanceof OutputError) throw error
    await tellFailure(state, name, toReason(error))
  }
}

function write(
  read: ReadChat,
  format: Format | undefined,
  {settings, target, pretty}: Run
): string {
  const onLoss = (loss: Loss) => read.losses.push(loss)
  const problems = findProblems(read, format)
  const isAlone = read.name === read.file || target.folder !== undefined
  const options = {...settings.options, onLoss, problems}
  return toText(read, format, options, pretty && isAlone)
}

/** Find the problems of a note, for the format that has them. */
function findProblems({note}: ReadChat, format: Format | undefined) {
  if (note === undefined || format?.id !== 'ndjson') return undefined
  return check(note).map(message => {
    const {line, column} = placeOf(message)
    const {ruleId, reason} = message
    return {
      line,
      column,
      rule: String(ruleId),
      severity: severityOf(message),
      reason
    }
  })
}

/** Find the format to write; none for a note. */
async function findTarget(
  {note}: ReadChat,
  {to}: Settings
): Promise<Format | undefined> {
  const id = to ?? (note === undefined ? 'md' : 'json')
  return id === 'md' ? undefined : loadFormat(id)
}

async function assertWritable({to}: Settings): Promise<void> {
  if (to === undefined || to === 'md') return
  if ((await loadFormat(to))?.to) return
  throw new UsageError(`Unexpected \`--to ${to}\`, it can be read only`)
}

async function tellFailure(state: Run, name: string, reason: string) {
  state.failed++
  await tell(state.io.stderr, `${escapeControls(`${name}: ${reason}`)}\n`)
}

async function tellSkipped({skipped, io}: Run): Promise<void> {
  if (skipped === 0) return
  const notes =
    skipped === 1
      ? '1 note that is no chat'
      : `${skipped} notes that are no chats`
  await tell(io.stderr, `Skipped ${notes}; \`--all\` takes them\n`)
}
