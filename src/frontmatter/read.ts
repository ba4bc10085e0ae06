import {type Document, isMap, isScalar} from 'yaml'
import type {KeySchemas} from '../dialects/dialect.ts'
import type {Report} from '../problem.ts'
import type {ChatConfig} from '../tree.ts'
import type {Keys, ParsedPair} from '../yaml/pair.ts'
import {readYaml} from '../yaml/read.ts'
import {reportConfig, reportNoMap} from './report.ts'
import {validate} from './validate.ts'

/** Data of the YAML between the fences. */
export interface Frontmatter {
  /** Settings that are right; plain JSON. */
  config: ChatConfig
  /** Name of the key of each pair. */
  keys: Keys
  /** YAML nodes, for places; up to a pair that is too deep or too much. */
  document: Document.Parsed
}

/**
 * Read the YAML text between the fences.
 *
 * Never throws: mistakes are reported, at offsets in `value`, and the keys that
 * are right are in the config.
 */
export function readFrontmatter(
  value: string,
  schemas: KeySchemas,
  report?: Report | undefined
): Frontmatter {
  const {data, keys, document} = readYaml(value, report)
  const {config, mistakes} = validate(data, schemas)
  const {contents, errors} = document
  if (report && isMap(contents)) {
    for (const mistake of mistakes) {
      const index = keys.lastIndexOf(String(mistake.path[0]))
      // Never `undefined`: the data that has the mistake came from a pair.
      const pair = contents.items[index] as ParsedPair
      reportConfig(value, pair, mistake, report)
    }
  } else if (report && contents && errors.length === 0) {
    const isEmpty = isScalar(contents) && contents.value === null
    if (!isEmpty) reportNoMap(contents, report)
  }
  return {config, keys, document}
}
