import {stat} from 'node:fs/promises'
import {relative, resolve, sep} from 'node:path'
import {toReason} from '../to-reason.ts'
import type {Matches} from './match-files.ts'

/** Name of the standard input, in reports and in data. */
export const stdinName = '<stdin>'

/** File to read. */
export interface FoundFile {
  /** Path from the working folder, with `/`. */
  name: string
  /** Absolute path; absent for the standard input, and if there is no file. */
  path?: string
  /** Where a note on the standard input would be, if that is said. */
  stdinPath?: string
  /** Why there is nothing to read. */
  missing?: string
  /** Whether there is nothing by that name. */
  isAbsent?: boolean
  /** Whether it was asked for by its own name. */
  named?: boolean
  /** Whether it is a folder, which is found only if it cannot be read. */
  isFolder?: boolean
}

/** Files to read. */
export interface Found {
  /** Files in the order of their names, each once. */
  files: Array<FoundFile>
  /** Whether one file was asked for by its own name. */
  single: boolean
}

/**
 * Find the files that arguments mean.
 *
 * A name that exists is taken as it is, even if it looks like a pattern.
 * A folder means every `.md` file below it; one that cannot be read is found
 * with the reason for that.
 */
export async function findFiles(
  names: Array<string>,
  cwd: string
): Promise<Found> {
  const found = new Map<string, FoundFile>()
  let single = names.length === 1
  for (const name of names) {
    const one = await findOne(name, cwd)
    if (!one.single) single = false
    for (const file of one.files) found.set(file.path ?? file.name, file)
  }
  const files = [...found.values()]
  return {files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), single}
}

async function findOne(name: string, cwd: string): Promise<Found> {
  if (name === '-')
    return {files: [{name: stdinName, named: true}], single: true}
  // Note: an empty name would be the working folder; it comes from a shell
  // variable that is not set, so it means nothing.
  if (name === '') return absent("''", 'expected a file')
  const path = resolve(cwd, name)
  const stats = await stat(path).catch((error: unknown) => ({error}))
  if ('error' in stats) return findMatches(name, cwd, stats.error)
  if (stats.isDirectory()) {
    const {matchFiles} = await import('./match-files.ts')
    const matches = await matchFiles('**/*.md', {
      cwd: path,
      dot: true,
      caseSensitiveMatch: false,
      ignore: ['**/.*/**', '**/node_modules/**']
    })
    return toFound(matches, name, 'expected a `.md` file in it', cwd)
  }
  return {files: [{...toFile(path, cwd), named: true}], single: true}
}

async function findMatches(
  name: string,
  cwd: string,
  error: unknown
): Promise<Found> {
  // Note: backslashes separate folders on Windows, and escape elsewhere.
  const pattern = name.replaceAll(sep, '/')
  const {isPattern, matchFiles} = await import('./match-files.ts')
  if (!isPattern(pattern)) {
    const missing = toReason(error)
    if (missing === 'no such file') return absent(name, missing)
    return {files: [{name, missing}], single: true}
  }
  const ignore = pattern.includes('node_modules') ? [] : ['**/node_modules/**']
  const matches = await matchFiles(pattern, {cwd, ignore})
  return toFound(matches, name, 'no file matches', cwd)
}

function toFound(
  {files, unreadable}: Matches,
  name: string,
  reason: string,
  cwd: string
): Found {
  if (files.length === 0 && unreadable.size === 0) return absent(name, reason)
  const found = files.map(file => toFile(file, cwd))
  for (const [path, error] of unreadable) {
    const {name} = toFile(path, cwd)
    found.push({name: name || '.', missing: toReason(error), isFolder: true})
  }
  return {files: found, single: false}
}

function absent(name: string, missing: string): Found {
  return {files: [{name, missing, isAbsent: true}], single: true}
}

/** Name a file, as reports do. */
export function toFile(path: string, cwd: string): FoundFile {
  const absolute = resolve(path)
  return {name: relative(cwd, absolute).replaceAll(sep, '/'), path: absolute}
}
