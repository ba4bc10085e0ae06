import {readFileSync} from 'node:fs'
import type {Io} from '../io.ts'
import {decodeNote} from './decode-note.ts'
import type {FoundFile} from './find-files.ts'
import {readAll} from './read-all.ts'

/**
 * Read a file as UTF-8, byte order mark included.
 *
 * @throws {Error} If it cannot be read; `toReason` says why.
 */
export async function readNote(
  {path, missing}: FoundFile,
  io: Io
): Promise<string> {
  if (missing !== undefined) throw new Error(missing)
  if (path === undefined) return decodeNote(await readAll(io.stdin))
  // Note: at once, which takes half the time of a promise for each file.
  return decodeNote(readFileSync(path))
}
