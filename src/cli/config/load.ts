import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {basename, dirname, join, resolve} from 'node:path'
import {UsageError} from '../command.ts'
import {toReason} from '../to-reason.ts'
import {describeIssue} from './describe-issue.ts'
import {type Project, type ProjectFile, projectSchema} from './schema.ts'

/** Name of the file that has the settings of a project. */
const fileName = 'chatmd.config.json'

/**
 * Load the settings of the project that `cwd` is in: those of the nearest
 * `chatmd.config.json`, or `package.json` with `chatmd`, upwards.
 *
 * @throws {UsageError} If a file is not as it should be.
 */
export function loadProject(cwd: string, path?: string): Project {
  const file = path === undefined ? findFile(cwd) : resolve(cwd, path)
  if (file === undefined) return emptyProject()
  return loadFile(file, [])
}

function emptyProject(): Project {
  return {ignore: [], level: undefined, rules: {}, overrides: []}
}

function findFile(cwd: string): string | undefined {
  let folder = cwd
  while (true) {
    const path = join(folder, fileName)
    if (existsSync(path)) return path
    const packagePath = join(folder, 'package.json')
    if (hasSettings(packagePath)) {
      return packagePath
    }
    const parent = dirname(folder)
    if (parent === folder) return undefined
    folder = parent
  }
}

/** Note: a `package.json` that cannot be read is not ours to judge. */
function hasSettings(path: string): boolean {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8'))).chatmd !== undefined
  } catch {
    return false
  }
}

/** Load a file after those that it extends, whose settings it goes before. */
function loadFile(path: string, chain: ReadonlyArray<string>): Project {
  if (chain.includes(path)) {
    throw new UsageError(`Unexpected \`extends\` of \`${path}\` by itself`)
  }
  const file = validate(path, readSettings(path))
  const project = emptyProject()
  for (const name of toList(file.extends)) {
    merge(project, loadFile(resolveFile(path, name), [...chain, path]))
  }
  merge(project, toProject(file, dirname(path)))
  return project
}

function readSettings(path: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return basename(path) === 'package.json' ? Object(value).chatmd : value
  } catch (error) {
    throw new UsageError(`Cannot read \`${path}\`: ${toReason(error)}`)
  }
}

function validate(path: string, value: unknown): ProjectFile {
  const result = projectSchema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(issue => {
    const at = issue.path.join('.')
    return `${at ? ` at \`${at}\`` : ''}: ${describeIssue(issue)}`
  })
  throw new UsageError(`Unexpected settings in \`${path}\`${issues[0]}`)
}

/** A path starts with a dot; anything else is a package, or a file of one. */
function resolveFile(from: string, name: string): string {
  if (/^\.{0,2}\//.test(name)) return resolve(dirname(from), name)
  try {
    return createRequire(from).resolve(name)
  } catch (error) {
    throw new UsageError(`Cannot find \`${name}\`: ${toReason(error)}`)
  }
}

function toProject(file: ProjectFile, folder: string): Project {
  const patterns = toList(file.ignore)
  return {
    ignore: patterns.length > 0 ? [{folder, patterns}] : [],
    level: file.level,
    rules: file.rules ?? {},
    overrides: (file.overrides ?? []).map(({files, rules}) => ({
      files: toList(files),
      folder,
      rules
    }))
  }
}

function merge(project: Project, later: Project): void {
  project.ignore.push(...later.ignore)
  project.level = later.level ?? project.level
  project.rules = {...project.rules, ...later.rules}
  project.overrides.push(...later.overrides)
}

function toList(value: string | Array<string> | undefined): Array<string> {
  return value === undefined ? [] : [value].flat()
}
