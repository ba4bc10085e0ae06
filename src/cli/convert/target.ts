// Chats go in one by one; each is written to stdout, to one file, or to a file
// of its own.

import {basename, resolve} from 'node:path'
import type {Format, FormatOptions} from '../../convert/format.ts'
import {stringify} from '../../stringify.ts'
import {isArray} from '../../yaml/is-array.ts'
import {type Io, write} from '../io.ts'
import type {ReadChat} from './chats.ts'
import {toFileName} from './file-names.ts'
import {type Folder, isFolder, writeInto} from './output.ts'
import {type OutputFile, openFile} from './output-file.ts'
import type {Settings} from './settings.ts'

/** Where chats are written. */
export interface Target {
  /** Folder, if each chat gets a file. */
  folder: Folder | undefined
  /** Write what a chat became. */
  write(read: ReadChat, text: string, ending: string): Promise<void>
  /** Finish what is written. */
  end(): Promise<void>
}

/** Open what `-o` names. */
export async function openTarget(
  {output, force}: Settings,
  {cwd, stdout}: Io
): Promise<Target> {
  if (output === undefined) {
    const end = async () => {}
    return {folder: undefined, write: (_, text) => write(stdout, text), end}
  }
  const path = resolve(cwd, output)
  if (await isFolder(output.endsWith('/') ? output : path)) {
    const folder: Folder = {path, taken: new Set(), force}
    const end = async () => {}
    return {folder, write: (...written) => writeChat(folder, ...written), end}
  }
  const file: OutputFile = await openFile(path, force)
  return {
    folder: undefined,
    write: (_, text) => file.write(text),
    end: () => file.end()
  }
}

/** What was a note keeps its name and folder; all others get their title. */
async function writeChat(
  folder: Folder,
  {chat, file, path}: ReadChat,
  text: string,
  ending: string
): Promise<void> {
  const base = toBase(path ?? file)
  if (path !== undefined) {
    await writeInto(folder, `${base}${ending}`, text)
    return
  }
  const {title} = chat.config
  const name =
    typeof title === 'string' && title.trim() !== '' ? title : basename(base)
  await writeInto(folder, toFileName(name, ending, folder.taken), text)
}

/** Drop the ending of a file name. */
function toBase(path: string): string {
  return path.replace(/\.\w+$/, '')
}

const endings = {
  json: '.json',
  export: '.json',
  jsonl: '.jsonl',
  session: '.jsonl',
  text: '.txt'
} as const

/** File name ending of a format; of notes if there is none. */
export function endingOf(format: Format | undefined): string {
  return format ? endings[format.kind] : '.md'
}

/** Write a chat in a format, or as a note; in one line unless it is `pretty`. */
export function toText(
  {chat, file}: ReadChat,
  format: Format | undefined,
  options: FormatOptions,
  pretty: boolean
): string {
  if (!format) return assertWellFormed(stringify(chat))
  const value = format.to?.(chat, {...options, file})
  if (format.kind === 'text') return assertWellFormed(String(value))
  if (isArray(value) && format.kind !== 'json') {
    return value.map(line => `${JSON.stringify(line)}\n`).join('')
  }
  if (pretty && format.kind === 'json') {
    return `${JSON.stringify(value, undefined, 2)}\n`
  }
  const line = format.keepsFile ? Object.assign({file}, value) : value
  return `${JSON.stringify(line)}\n`
}

/** Note: half a surrogate pair would be written as U+FFFD: a silent change. */
function assertWellFormed(value: string): string {
  if (!/\p{Surrogate}/u.test(value)) return value
  throw new TypeError('Cannot write half a surrogate pair as UTF-8')
}
