import {stat} from 'node:fs/promises'
import {relative, resolve, sep} from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'

/** Name of the standard input, in reports and in data. */
export const stdinName = '<stdin>'

/** File to read. */
export interface FoundFile {
  /** Path from the working folder, with `/`. */
  name: string
  /** Absolute path; absent for the standard input, and if there is no file. */
  path?: string
  /** Why there is no file. */
  missing?: string
  /** Whether it was asked for by its own name. */
  named?: boolean
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
 * What exists is taken as it is, even if its name looks like a pattern.
 * A folder means every `.md` file below it.
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
  if (name === '-') return {files: [{name: stdinName, named: true}], single: true}
  // Note: an empty name would be the working folder; it comes from a shell
  // variable that is not set, so it means nothing.
  if (name === '') return missing("''", 'expected a file')
  const path = resolve(cwd, name)
  const stats = await stat(path).catch(() => undefined)
  if (stats?.isDirectory()) {
    const files = await glob('**/*.md', {
      cwd: path,
      absolute: true,
      dot: true,
      followSymbolicLinks: false,
      caseSensitiveMatch: false,
      expandDirectories: false,
      ignore: ['**/.*/**', '**/node_modules/**']
    })
    if (files.length === 0) return missing(name, 'expected a `.md` file in it')
    return {files: files.map(file => toFile(file, cwd)), single: false}
  }
  if (stats) return {files: [{...toFile(path, cwd), named: true}], single: true}
  return findMatches(name, cwd)
}

async function findMatches(name: string, cwd: string): Promise<Found> {
  // Note: backslashes separate folders on Windows, and escape elsewhere.
  const pattern = name.replaceAll(sep, '/')
  if (!isDynamicPattern(pattern)) return missing(name, 'no such file')
  const files = await glob(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore: pattern.includes('node_modules') ? [] : ['**/node_modules/**']
  })
  if (files.length === 0) return missing(name, 'no file matches')
  return {files: files.map(file => toFile(file, cwd)), single: false}
}

function missing(name: string, reason: string): Found {
  return {files: [{name, missing: reason}], single: true}
}

function toFile(path: string, cwd: string): FoundFile {
  const absolute = resolve(path)
  return {name: relative(cwd, absolute).replaceAll(sep, '/'), path: absolute}
}
