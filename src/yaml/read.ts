import {type Document, isMap} from 'yaml'
import type {Report} from '../problem.ts'
import {compose} from './compose.ts'
import {findBroken} from './find-broken.ts'
import type {Data, Keys} from './pair.ts'
import {reportYaml} from './report.ts'
import {toRecord} from './to-data.ts'

/** The data of YAML text. */
export interface YamlText {
  /** Pairs that are right; plain JSON. */
  data: Data
  /** Name of the key of each pair. */
  keys: Keys
  /** YAML nodes, for places; up to a pair that is too deep or too much. */
  document: Document.Parsed
}

/** Read YAML text; never throws, and reports mistakes. */
export function readYaml(value: string, report: Report | undefined): YamlText {
  const document = compose(value)
  if (report) reportYaml(document, value, report)
  const {contents} = document
  if (!isMap(contents)) return {data: {}, keys: [], document}
  const broken = findBroken(document, contents)
  return {...toRecord(value, contents, broken, report), document}
}
