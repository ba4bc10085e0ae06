import {isMap, parseDocument} from 'yaml'
import type {FrontmatterSpan} from '../../../text/frontmatter.ts'

/** Longest text that is read as settings. */
const maxLength = 20_000

/** Name the keys of text that may be settings; none if it is no map. */
export function readKeys(
  value: string,
  {yamlStart, yamlEnd}: FrontmatterSpan
): Array<string> {
  const yaml = value.slice(yamlStart, yamlEnd)
  // A look first: most text between rules is no YAML.
  if (yaml.length > maxLength || !/^[A-Za-z_]+:/m.test(yaml)) return []
  const {contents, errors} = parseDocument(yaml, {logLevel: 'silent'})
  if (errors.length > 0 || !isMap(contents)) return []
  return contents.items.map(({key}) => String(key))
}
