// Chats go in one by one; each is written to stdout, to one file, or to a file
// of its own.

import {resolve} from 'node:path'
import type {Format} from '../../convert/format.ts'
import {stringify} from '../../stringify.ts'
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

/** A chat of a note keeps the note’s name and folder; others have titles. */
async function writeChat(
  folder: Folder,
  {chat, file, note}: ReadChat,
  text: string,
  ending: string
): Promise<void> {
  const {title} = chat.config
  const base = file.replace(/^.*\//, '').replace(/\.\w+$/, '')
  if (note !== undefined) {
    const parent = /^(?!\/|\.\.\/).*\//.exec(file)?.[0] ?? ''
    await writeInto(folder, `${parent}${base}${ending}`, text)
    return
  }
  const name = typeof title === 'string' && title.trim() !== '' ? title : base
  await writeInto(folder, toFileName(name, ending, folder.taken), text)
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

/** Write a chat in a format, or as a note. */
export function toText(
  {chat}: ReadChat,
  format: Format | undefined,
  options: Record<string, unknown>,
  pretty: boolean
): string {
  if (!format) return stringify(chat)
  const value = format.to?.(chat, options)
  if (format.kind === 'text') return String(value)
  if (format.kind === 'session' && Array.isArray(value)) {
    return value.map(line => `${JSON.stringify(line)}\n`).join('')
  }
  const isLine = format.kind === 'jsonl' || !pretty
  return `${JSON.stringify(value, undefined, isLine ? 0 : 2)}\n`
}
