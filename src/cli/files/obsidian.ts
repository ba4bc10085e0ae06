import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isArray} from '../../yaml/is-array.ts'

/**
 * Read which files of a vault Obsidian leaves out of its search: those that
 * its settings exclude, and templates. None if the folder is no vault.
 */
export function readExcluded(folder: string): (path: string) => boolean {
  const settings = join(folder, '.obsidian')
  const filters = readKey(join(settings, 'app.json'), 'userIgnoreFilters')
  const folders = [
    readKey(join(settings, 'templates.json'), 'folder'),
    readKey(
      join(settings, 'plugins', 'templater-obsidian', 'data.json'),
      'templates_folder'
    )
  ]
  const tests = [
    ...(isArray(filters) ? filters : []),
    ...folders.flatMap(name => (isText(name) ? [`${name}/`] : []))
  ]
    .filter(isText)
    .map(toTest)
  return path => tests.some(test => test(path))
}

/** A filter is the start of a path, or an expression between slashes. */
function toTest(filter: string): (path: string) => boolean {
  const source = /^\/(.+)\/$/s.exec(filter)?.[1]
  if (source === undefined) return path => path.startsWith(filter)
  try {
    const expression = new RegExp(source, 'i')
    return path => expression.test(path)
  } catch {
    return () => false
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function readKey(path: string, key: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Object(value)[key]
  } catch {
    // No vault, or no such settings.
    return undefined
  }
}
