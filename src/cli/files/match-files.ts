import type {readdir as callbackReaddir, Dirent} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {type GlobOptions, glob, isDynamicPattern} from 'tinyglobby'

/** Files that match a pattern. */
export interface Matches {
  /** Absolute paths of files, and of links to files. */
  files: Array<string>
  /** Folders that cannot be read, and why. */
  unreadable: Map<string, unknown>
}

/**
 * Find the files that match a pattern; links to files count as files, and links
 * to folders are not followed, as in ESLint and Prettier, so no loop is endless.
 */
export async function matchFiles(
  pattern: string,
  options: GlobOptions
): Promise<Matches> {
  const unreadable = new Map<string, unknown>()
  const files = await glob(pattern, {
    ...options,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: {readdir: createReaddir(unreadable)}
  })
  return {files, unreadable}
}

/** Whether a name is a pattern. */
export function isPattern(name: string): boolean {
  return isDynamicPattern(name)
}

/** The part of an entry that tinyglobby looks at. */
type Entry = Pick<Dirent, 'name' | 'isDirectory' | 'isFile' | 'isSymbolicLink'>

/**
 * Make a `readdir` that keeps why a folder cannot be read.
 *
 * Note: tinyglobby takes a folder that cannot be read for an empty one.
 */
function createReaddir(unreadable: Matches['unreadable']) {
  const read = (
    path: string,
    _options: unknown,
    done: (error: unknown, entries?: Array<Entry>) => void
  ) => {
    readEntries(path).then(
      entries => done(null, entries),
      (error: unknown) => {
        if (!isMissing(error)) unreadable.set(path, error)
        done(error)
      }
    )
  }
  // The one overload of `readdir` that tinyglobby calls.
  return read as unknown as typeof callbackReaddir
}

async function readEntries(path: string): Promise<Array<Entry>> {
  const entries = await readdir(path, {withFileTypes: true})
  return Promise.all(
    entries.map(entry =>
      entry.isSymbolicLink() ? readLink(path, entry) : entry
    )
  )
}

/** Take a link to a file for a file. */
async function readLink(path: string, entry: Dirent): Promise<Entry> {
  const stats = await stat(join(path, entry.name)).catch(() => undefined)
  if (!stats?.isFile()) return entry
  const file: Entry = Object.create(entry)
  file.isFile = () => true
  return file
}

/** Whether there is no such folder, so that nothing in it is left out. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
