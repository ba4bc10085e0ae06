import type {Format} from '../../convert/format.ts'
import {type Command, type Input, UsageError} from '../command.ts'
import {escapeControls} from '../escape-controls.ts'
import {toReason} from '../fail.ts'
import {type FoundFile, findFiles} from '../files/find-files.ts'
import {type Io, OutputError, tell} from '../io.ts'
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
  try {
    const format = await findTarget(read, settings)
    const onLoss = (loss: (typeof read.losses)[number]) =>
      read.losses.push(loss)
    const pretty = state.pretty && (read.name === read.file || !!target.folder)
    const text = toText(read, format, {...settings.options, onLoss}, pretty)
    await tellLosses(losses, read.name, read.losses, io)
    if (settings.strict && read.losses.length > 0) {
      const count = read.losses.length
      return await tellFailure(
        state,
        read.name,
        `Cannot keep all, ${count} lost`
      )
    }
    await target.write(read, text, endingOf(format))
    state.written++
  } catch (error) {
    if (error instanceof OutputError) throw error
    await tellFailure(state, read.name, toReason(error))
  }
}

/** Find the format to write; none for a note. */
async function findTarget(
  {note}: ReadChat,
  {to}: Settings
): Promise<Format | undefined> {
  const id = to ?? (note === undefined ? 'md' : 'json')
  if (id === 'md') return undefined
  const format = await loadFormat(id)
  if (format?.to) return format
  throw new UsageError(`Cannot write \`${id}\`, it can be read only`)
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
