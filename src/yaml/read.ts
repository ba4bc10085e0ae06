import {type Document, isMap} from 'yaml'
import type {Report} from '../problem.ts'
import {compose} from './compose.ts'
import {findBroken} from './find-broken.ts'
import type {Data, ParsedPair} from './pair.ts'
import {reportYaml} from './report.ts'
import {toRecord} from './to-data.ts'

/** What YAML text says. */
export interface YamlText {
  /** Pairs that are right; plain JSON. */
  data: Data
  /** Last pair of each key. */
  pairs: ReadonlyMap<string | undefined, ParsedPair>
  /** YAML nodes, for places; up to a pair that is too deep or too much. */
  document: Document.Parsed
}

/** Read YAML text; never throws, and reports what is wrong. */
export function readYaml(value: string, report: Report | undefined): YamlText {
  const document = compose(value)
  if (report) reportYaml(document, value, report)
  const {contents} = document
  if (!isMap(contents)) return {data: {}, pairs: new Map(), document}
  const broken = findBroken(document, contents)
  const {data, keys} = toRecord(value, contents, broken, report)
  const pairs = new Map(
    contents.items.map((pair, index) => [keys[index], pair])
  )
  return {data, pairs, document}
}
