import {type Document, isMap, isScalar} from 'yaml'
import type {KeySchemas} from '../dialects/dialect.ts'
import type {Report} from '../problem.ts'
import type {ChatConfig} from '../tree.ts'
import {compose} from './compose.ts'
import {findBroken} from './find-broken.ts'
import {reportConfig, reportNoMap} from './report.ts'
import {createWalk, type ParsedPair, toConfig} from './to-data.ts'
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
  const document = compose(value, report)
  const {contents} = document
  if (!isMap(contents)) {
    const empty = !contents || (isScalar(contents) && contents.value === null)
    const silent = document.errors.length > 0
    if (report && !empty && !silent) reportNoMap(contents, report)
    return {config: {}, document}
  }
  const broken = findBroken(document, contents)
  const walk = createWalk(value, report)
  const {data, keys} = toConfig(walk, contents, broken)
  const {config, mistakes} = validate(data, schemas)
  if (report && mistakes.length > 0) {
    // Of a key that occurs twice the last pair counts.
    const pairs = new Map(
      keys.map((key, index) => [key, contents.items[index]])
    )
    for (const mistake of mistakes) {
      // Never `undefined`: the data that has the mistake came from a pair.
      const pair = pairs.get(String(mistake.path[0])) as ParsedPair
      reportConfig(value, pair, mistake, report)
    }
  }
  return {config, document}
}
