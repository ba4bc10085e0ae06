import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {UsageError} from '../command.ts'
import type {Io} from '../io.ts'
import {toReason} from '../to-reason.ts'
import {readAll} from './read-all.ts'

/**
 * Read the names of files that `--files-from` gives: by NUL where there is one,
 * else by lines. Each is a name, never a pattern of files to leave out.
 */
export async function listNames(
  sources: ReadonlyArray<string>,
  io: Io
): Promise<Array<string>> {
  const names: Array<string> = []
  for (const source of sources) {
    const text =
      source === '-'
        ? new TextDecoder().decode(await readAll(io.stdin))
        : readList(resolve(io.cwd, source))
    const parts = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/)
    // Note: the standard input is read already, so `-` is a file of that name.
    names.push(
      ...parts.filter(Boolean).map(name => (name === '-' ? './-' : name))
    )
  }
  return names
}

function readList(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`Cannot read \`--files-from\`: ${toReason(error)}`)
  }
}
