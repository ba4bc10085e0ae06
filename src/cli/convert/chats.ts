// A file goes in, its chats come out one by one, each with what was lost, or
// why there is none.

import {basename, isAbsolute} from 'node:path'
import type {Format} from '../../convert/format.ts'
import type {Loss} from '../../convert/loss.ts'
import {detect} from '../../detect.ts'
import {parse} from '../../parse.ts'
import type {Chat} from '../../tree.ts'
import {isArray} from '../../yaml/is-array.ts'
import {UsageError} from '../command.ts'
import {decodeNote} from '../files/decode-note.ts'
import type {FoundFile} from '../files/find-files.ts'
import {type Io, tell} from '../io.ts'
import {toReason} from '../to-reason.ts'
import {loadFormat} from './formats.ts'
import {guessFormat} from './guess.ts'
import type {Settings} from './settings.ts'
import {openSource, peekCharacter, type Source} from './source.ts'
import {readValues} from './values.ts'

/** A chat of a file, or why there is none. */
export type Reading = Failure | ReadChat | Skipped

export interface ReadChat {
  kind: 'chat'
  /** File and place in it, for messages. */
  name: string
  /** Path of the file. */
  file: string
  /** The note, if the file is one. */
  note: string | undefined
  /** Path of its note, if what is read says so. */
  path: string | undefined
  chat: Chat
  losses: Array<Loss>
}

export interface Failure {
  kind: 'failure'
  name: string
  reason: string
  /** Whether the whole file cannot be read. */
  unreadable: boolean
}

export interface Skipped {
  kind: 'skipped'
}

/** Read the chats of a file. */
export async function* readChats(
  file: FoundFile,
  settings: Settings,
  io: Io
): AsyncGenerator<Reading, void, undefined> {
  const {name} = file
  try {
    if (file.missing) throw new Error(file.missing)
    const source = await openSource(file, io)
    if (!(await isNote(source, settings.from))) {
      yield* readData(source, settings, io)
    } else yield await readNote(source, settings.all || file.named === true)
  } catch (error) {
    const isAboutShape =
      error instanceof UsageError || error instanceof SyntaxError
    const what = file.isFolder ? 'folder' : 'file'
    const about = isAboutShape ? '' : `Cannot read ${what}: `
    const reason = `${about}${toReason(error)}`
    yield {kind: 'failure', name, reason, unreadable: true}
  }
}

async function isNote(
  source: Source,
  from: string | undefined
): Promise<boolean> {
  if (from !== undefined) return from === 'md'
  if (/\.(md|markdown)$/i.test(source.name)) return true
  if (/\.(jsonl?|ndjson)$/i.test(source.name)) return false
  return !/[[{]/.test(await peekCharacter(source))
}

async function readNote(
  source: Source,
  all: boolean
): Promise<ReadChat | Skipped> {
  const {name} = source
  const chunks: Array<Uint8Array> = []
  for await (const chunk of source.read()) chunks.push(chunk)
  const note = decodeNote(Buffer.concat(chunks))
  if (!all && detect(note).length === 0) return {kind: 'skipped'}
  return {
    kind: 'chat',
    name,
    file: name,
    note,
    path: toPath(name),
    chat: parse(note),
    losses: []
  }
}

async function* readData(
  source: Source,
  settings: Settings,
  io: Io
): AsyncGenerator<Reading, void, undefined> {
  const format = await findFormat(source, settings, io)
  for await (const {at, value, problem} of readValues(source, format)) {
    const name = `${source.name}${at}`
    if (problem === undefined)
      yield* readValue(source, name, value, format, settings)
    else yield {kind: 'failure', name, reason: problem, unreadable: false}
  }
}

async function findFormat(
  source: Source,
  {from}: Settings,
  io: Io
): Promise<Format> {
  if (from === undefined) {
    const format = await guessFormat(source)
    if (!format)
      throw new UsageError('Unexpected shape, expected `--from` to name it')
    await tell(
      io.stderr,
      `${source.name}: read as \`${format.id}\`, by its shape\n`
    )
    return format
  }
  const format = await loadFormat(from)
  if (!format?.from)
    throw new UsageError(`Cannot read \`${from}\`, it can be written only`)
  return format
}

function* readValue(
  source: Source,
  name: string,
  value: unknown,
  format: Format,
  {options}: Settings
): Generator<Reading, void, undefined> {
  const losses: Array<Loss> = []
  const onLoss = (loss: Loss) => losses.push(loss)
  try {
    const chats = format.from?.(value, {...options, onLoss}) ?? []
    const path = format.keepsFile ? readPath(value) : undefined
    for (const [index, chat] of chats.entries()) {
      yield {
        kind: 'chat',
        name,
        file: source.name,
        note: undefined,
        path,
        chat,
        losses: index === 0 ? losses : []
      }
    }
  } catch (error) {
    yield {kind: 'failure', name, reason: toReason(error), unreadable: false}
  }
}

function readPath(value: unknown): string | undefined {
  // Note: a row comes in a list of one.
  const {file} = Object(isArray(value) ? value[0] : value)
  return typeof file === 'string' ? file : undefined
}

/** Path of a note in a folder to write to; its name, if it is not below here. */
function toPath(name: string): string {
  return name.startsWith('../') || isAbsolute(name) ? basename(name) : name
}
