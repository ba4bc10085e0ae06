import type {YAMLMap} from 'yaml'
import {lineEnd} from '../text/line.ts'
import type {Draft} from './draft.ts'
import {findIndent} from './lines.ts'
import {type Part, removeLines} from './parts.ts'
import {toQuote} from './replace-value.ts'
import type {Data} from './to-data.ts'
import {writeFlowPair, writePair, writeValue} from './write.ts'

/** Put other pairs in the place of all there are. */
export function replacePairs(
  draft: Draft,
  map: YAMLMap.Parsed,
  parts: ReadonlyArray<Part>,
  added: ReadonlyArray<[string, unknown]>
): void {
  const last = parts.at(-1)
  if (map.flow || !last) {
    replaceFlow(draft, map, Object.fromEntries(added))
    return
  }
  for (const part of added.length > 0 ? parts.slice(0, -1) : parts) {
    removeLines(draft, part)
  }
  if (added.length === 0) return
  const glue = draft.lineEnding + findIndent(draft.value, last.start)
  const content = added.map(pair => writeIn(draft, map, pair)).join(glue)
  const end = lineEnd(draft.value, last.end)
  draft.splices.push({start: last.start, end, content})
}

/** Write a flow map anew, on one line. */
export function replaceFlow(
  draft: Draft,
  map: YAMLMap.Parsed,
  wanted: Data
): void {
  const [start, end] = map.range
  const content = writeValue(wanted, {quote: toQuote(map), flow: true})
  draft.splices.push({start, end, content})
}

/** Write a pair as the others of its map are. */
export function writeIn(
  {value, lineEnding}: Draft,
  map: YAMLMap.Parsed,
  [key, data]: [string, unknown]
): string {
  if (map.flow) return writeFlowPair(key, data, toQuote(map))
  const indent = findIndent(value, map.range[0])
  return writePair(key, data, indent, lineEnding)
}
