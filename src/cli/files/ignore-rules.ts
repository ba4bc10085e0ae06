import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, relative, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import type {Project} from '../config/schema.ts'
import {readExcluded} from './obsidian.ts'

/** Names of the files with patterns to leave out, in the syntax of `.gitignore`. */
const ignoreFiles = ['.gitignore', '.chatmdignore'] as const

/** Says which files are left out. */
export interface IgnoreRules {
  /** Topmost folder that has a say: that of the repository, or `cwd`. */
  top: string
  /** Patterns of each folder. */
  folders: Map<string, Folder>
  /** Patterns of the command line and the settings, each in a folder. */
  own: Array<{folder: string; rules: Ignore}>
  /** Whether the ignore files of folders are read. */
  readsFiles: boolean
}

/** Patterns of one folder for the files in it. */
interface Folder {
  rules: Ignore
  /** Whether Obsidian leaves a file out, by its path in the folder. */
  isExcluded: (path: string) => boolean
}

/** Start to read the ignore files of `cwd`, and of the folders around and in it. */
export function createIgnoreRules(
  cwd: string,
  patterns: ReadonlyArray<string>,
  project: Project,
  readsFiles: boolean
): IgnoreRules {
  const own = [...project.ignore, {folder: cwd, patterns}].map(
    ({folder, patterns}) => ({folder, rules: ignore().add([...patterns])})
  )
  return {top: findTop(cwd), folders: new Map(), own, readsFiles}
}

/** Whether a file is left out; the innermost folder with a rule for it decides. */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  const {top, own, readsFiles} = rules
  const isOwn = own.some(({folder, rules}) => {
    const inside = toName(folder, path)
    return isInside(inside) && rules.ignores(inside)
  })
  if (isOwn || !readsFiles) return isOwn
  let folder = dirname(path)
  while (true) {
    const name = toName(folder, path)
    const {rules: said, isExcluded} = readFolder(rules, folder)
    const {ignored, unignored} = said.test(name)
    if (unignored) return false
    if (ignored || isExcluded(name)) return true
    const parent = dirname(folder)
    if (folder === top || parent === folder) return false
    folder = parent
  }
}

/** Name a file from a folder, with `/`. */
function toName(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/')
}

function isInside(name: string): boolean {
  return name !== '' && !name.startsWith('../')
}

function readFolder({folders}: IgnoreRules, path: string): Folder {
  const known = folders.get(path)
  if (known) return known
  const rules = ignore()
  for (const name of ignoreFiles) {
    const text = tryRead(join(path, name))
    if (text !== undefined) rules.add(text)
  }
  const folder = {rules, isExcluded: readExcluded(path)}
  folders.set(path, folder)
  return folder
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Find the folder of the repository around `cwd`. */
function findTop(cwd: string): string {
  let folder = cwd
  while (true) {
    if (existsSync(join(folder, '.git'))) return folder
    const parent = dirname(folder)
    if (parent === folder) return cwd
    folder = parent
  }
}
