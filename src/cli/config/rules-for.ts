import {relative, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import type {Project, RuleSetting} from './schema.ts'

/** Finds the rules for a file. */
export type RulesFor = (path: string) => Readonly<Record<string, RuleSetting>>

/** Make the finder of rules for a file: overrides apply in order. */
export function createRulesFor({rules, overrides}: Project): RulesFor {
  if (overrides.length === 0) return () => rules
  const matchers = overrides.map(({files, folder, rules}) => ({
    folder,
    files: ignore().add(files),
    rules
  }))
  return path => {
    const found = matchers
      .filter(({folder, files}) => matches(files, folder, path))
      .map(({rules}) => rules)
    return Object.assign({}, rules, ...found)
  }
}

function matches(files: Ignore, folder: string, path: string): boolean {
  const inside = relative(folder, path).replaceAll(sep, '/')
  const isInside = inside !== '' && !inside.startsWith('../')
  return isInside && files.ignores(inside)
}
