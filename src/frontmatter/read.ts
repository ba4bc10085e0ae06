import {type Document, isMap, isScalar, type ParsedNode} from 'yaml'
import type {KeySchemas} from '../dialects/dialect.ts'
import type {Report} from '../problem.ts'
import type {ChatConfig} from '../tree.ts'
import type {ParsedPair} from '../yaml/pair.ts'
import {readYaml} from '../yaml/read.ts'
import {reportConfig, reportNoMap} from './report.ts'
import {validate} from './validate.ts'

/** What the YAML between the fences says. */
export interface Frontmatter {
  /** Settings that are right; plain JSON. */
  config: ChatConfig
  /** YAML nodes, for places; up to a pair that is too deep or too much. */
  document: Document.Parsed
}

/**
 * Read the YAML text between the fences.
 *
 * Never throws: what is wrong is reported, at offsets in `value`, and the
 * keys that are right are in the config.
 */
export function readFrontmatter(
  value: string,
  schemas: KeySchemas,
  report?: Report | undefined
): Frontmatter {
  const {data, document, pairs} = readYaml(value, report)
  const {config, mistakes} = validate(data, schemas)
  if (report) {
    const {contents, errors} = document
    if (contents && errors.length === 0 && holdsNoMap(contents)) {
      reportNoMap(contents, report)
    }
    for (const mistake of mistakes) {
      // Never `undefined`: the data that has the mistake came from a pair.
      const pair = pairs.get(String(mistake.path[0])) as ParsedPair
      reportConfig(value, pair, mistake, report)
    }
  }
  return {config, document}
}

/** Whether a node is neither a map nor empty. */
function holdsNoMap(node: ParsedNode): boolean {
  return !isMap(node) && !(isScalar(node) && node.value === null)
}
