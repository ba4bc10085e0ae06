import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const folder =
  process.env.CHATMD_SHARED ??
  fileURLToPath(new URL('../../../shared', import.meta.url))

/** Whether the shared cases and notes are on this machine. */
export const hasShared = existsSync(`${folder}/conformance/turns.json`)

/** Why tests that use them do not run. */
export const reason = hasShared
  ? ''
  : ` (skipped: no shared cases at $CHATMD_SHARED)`

/** Read a shared file, byte for byte. */
export function readShared(path: string): string {
  return new TextDecoder('utf-8', {ignoreBOM: true, fatal: true}).decode(
    readFileSync(`${folder}/${path}`)
  )
}

/** List the files of a shared folder, and of those in it. */
export function listShared(path: string): Array<string> {
  return readdirSync(`${folder}/${path}`, {recursive: true, encoding: 'utf8'})
    .map(name => name.replaceAll('\\', '/'))
    .sort()
}

/** Read all notes of the corpus. */
export function readCorpus(): Array<string> {
  return readdirSync(`${folder}/corpus`)
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => readShared(`corpus/${name}`))
}
