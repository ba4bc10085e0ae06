// Arguments go in, the files that they mean come out, without those left out.

import {readFileSync, statSync} from 'node:fs'
import {resolve, sep} from 'node:path'
import {type Input, UsageError} from '../command.ts'
import type {Project} from '../config/schema.ts'
import {toReason} from '../fail.ts'
import type {Io} from '../io.ts'
import {type FoundFile, findFiles, stdinName, toFile} from './find-files.ts'
import {findChanged, findStaged} from './git-files.ts'
import {createIgnoreRules, type IgnoreRules, isIgnored} from './ignore-rules.ts'
import {readAll} from './read-file.ts'

/** Find the files to check. */
export async function selectFiles(
  input: Input,
  project: Project,
  io: Io
): Promise<Array<FoundFile>> {
  const {flags, values, files: given} = input
  const negated = given.flatMap(name =>
    name.startsWith('!') ? [name.slice(1)] : []
  )
  const names = given.filter(name => !name.startsWith('!'))
  names.push(...(await readNames(values.get('files-from') ?? [], io)))
  const listed = await listByGit(input, io.cwd)
  if (names.length === 0 && !listed && !values.has('files-from')) {
    throw new UsageError('Unexpected end, expected a file, folder, or pattern')
  }
  const found = listed
    ? listed
        .filter(path => isMarkdown(path) && isAmong(path, names, io.cwd))
        .map(path => toFile(path, io.cwd))
    : (await findFiles(names, io.cwd)).files
  const present = flags.has('ignore-missing')
    ? found.filter(({missing}) => missing === undefined)
    : found
  const patterns = [...(values.get('ignore') ?? []), ...negated]
  const rules = createIgnoreRules(
    io.cwd,
    patterns,
    project,
    !flags.has('no-ignore')
  )
  const name = values.get('stdin-filename')?.at(-1)
  return present
    .map(file => nameStdin(file, name, io.cwd))
    .filter(file => !isLeftOut(file, rules))
}

function isLeftOut(
  {path, stdinPath, isFolder}: FoundFile,
  rules: IgnoreRules
): boolean {
  const place = path ?? stdinPath
  return place !== undefined && !isFolder && isIgnored(rules, place)
}

/** Note: the name tells which settings are for the note, and where it would be. */
function nameStdin(
  file: FoundFile,
  name: string | undefined,
  cwd: string
): FoundFile {
  if (file.name !== stdinName || name === undefined) return file
  const {name: shown, path} = toFile(resolve(cwd, name), cwd)
  return {
    name: shown,
    named: true,
    ...(path !== undefined && {stdinPath: path})
  }
}

/** Read names of files: by NUL where there is one, else by lines. */
async function readNames(
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
    names.push(...parts.filter(name => name !== ''))
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

async function listByGit(
  {flags, values}: Input,
  cwd: string
): Promise<Array<string> | undefined> {
  if (flags.has('staged')) return findStaged(cwd)
  const ref = values.get('changed')?.at(-1)
  return ref === undefined ? undefined : findChanged(cwd, ref)
}

function isMarkdown(path: string): boolean {
  if (!/\.(md|markdown)$/i.test(path)) return false
  // Note: what git lists may be a link, or gone.
  return statSync(path, {throwIfNoEntry: false})?.isFile() ?? false
}

function isAmong(
  path: string,
  names: ReadonlyArray<string>,
  cwd: string
): boolean {
  if (names.length === 0) return true
  return names.some(name => {
    const folder = resolve(cwd, name)
    return (
      path === folder ||
      path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
    )
  })
}
