// Arguments go in, the files that they mean come out, without those left out.

import {statSync} from 'node:fs'
import {resolve, sep} from 'node:path'
import {type Input, UsageError} from '../command.ts'
import type {Project} from '../config/schema.ts'
import type {Io} from '../io.ts'
import {type FoundFile, findFiles, stdinName, toFile} from './find-files.ts'
import {createIgnoreRules, type IgnoreRules, isIgnored} from './ignore-rules.ts'
import {listNames} from './list-names.ts'

/** Find the files that a command is asked to read. */
export async function selectFiles(
  input: Input,
  project: Project,
  io: Io
): Promise<Array<FoundFile>> {
  const {flags, values, files} = input
  const negated = files.flatMap(name =>
    name.startsWith('!') ? [name.slice(1)] : []
  )
  const patterns = [...(values.get('ignore') ?? []), ...negated]
  const isReading = !flags.has('no-ignore')
  const rules = createIgnoreRules(io.cwd, patterns, project, isReading)
  const name = values.get('stdin-filename')?.at(-1)
  return (await findAll(input, io))
    .filter(({isAbsent}) => !(isAbsent && flags.has('ignore-missing')))
    .map(file => nameStdin(file, name, io.cwd))
    .filter(file => !isLeftOut(file, rules))
}

async function findAll(input: Input, io: Io): Promise<Array<FoundFile>> {
  const {files, values} = input
  const lists = values.get('files-from')
  if (lists?.includes('-') && files.includes('-')) {
    throw new UsageError('Unexpected `-` with `--files-from -`, expected one')
  }
  const names = files
    .filter(name => !name.startsWith('!'))
    .concat(await listNames(lists ?? [], io))
  const listed = await listByGit(input, io.cwd)
  if (listed) {
    return listed
      .filter(path => isAmong(path, names, io.cwd) && isMarkdown(path))
      .map(path => toFile(path, io.cwd))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }
  if (names.length === 0 && !lists) {
    throw new UsageError('Unexpected end, expected a file, folder, or pattern')
  }
  return (await findFiles(names, io.cwd)).files
}

async function listByGit(
  {flags, values}: Input,
  cwd: string
): Promise<Array<string> | undefined> {
  const ref = values.get('changed')?.at(-1)
  if (!flags.has('staged') && ref === undefined) return undefined
  // Note: loaded when it is asked for, like the finder of files of a folder.
  const {findChanged, findStaged} = await import('./git-files.ts')
  return ref === undefined ? findStaged(cwd) : findChanged(cwd, ref)
}

function isMarkdown(path: string): boolean {
  if (!/\.(md|markdown)$/i.test(path)) return false
  try {
    return statSync(path).isFile()
  } catch {
    // Note: git lists links, too, and such a one leads nowhere.
    return false
  }
}

function isAmong(
  path: string,
  names: ReadonlyArray<string>,
  cwd: string
): boolean {
  if (names.length === 0) return true
  return names.some(name => {
    const folder = resolve(cwd, name)
    return path === folder || path.startsWith(folder.replace(/[\\/]*$/, sep))
  })
}

/** Note: the name tells which settings are for the note, and where it would be. */
function nameStdin(
  file: FoundFile,
  name: string | undefined,
  cwd: string
): FoundFile {
  if (file.name !== stdinName || name === undefined) return file
  const path = resolve(cwd, name)
  return {name: toFile(path, cwd).name, named: true, stdinPath: path}
}

function isLeftOut(
  {path, stdinPath, isFolder}: FoundFile,
  rules: IgnoreRules
): boolean {
  const place = path ?? stdinPath
  return place !== undefined && !isFolder && isIgnored(rules, place)
}
