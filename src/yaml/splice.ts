/**
 * The data of a text and the wanted data go in, changes to the YAML text come
 * out, only for the parts that differ: the pairs at the top, and the
 * items of a block list that is the value of one.
 * All other values are written again as a whole.
 * The caller has to verify that the new text has the wanted data.
 */
import {isSeq, type YAMLMap, type YAMLSeq} from 'yaml'
import {isLineEnding} from '../text/line.ts'
import {
  findIndent,
  insertLines,
  removeLines,
  replaceValue
} from './change-parts.ts'
import {type Draft, replace} from './draft.ts'
import {equalData} from './equal-data.ts'
import {hasOwn} from './has-own.ts'
import {isArray} from './is-array.ts'
import type {Data, Keys} from './pair.ts'
import {type Part, toItems, toPairs} from './parts.ts'
import {toQuote, writePair, writeValue} from './write.ts'

/** How the pairs of a map are changed. */
export interface SpliceOptions {
  /** Keys of pairs that are written again, even if they are equal. */
  anew?: ReadonlySet<string> | undefined
  /** Whether new pairs go before all others (default: after them). */
  first?: boolean | undefined
}

/** Change the pairs of a block map that differ. */
export function spliceMap(
  draft: Draft,
  map: YAMLMap.Parsed,
  keys: Keys,
  now: Data,
  wanted: Data,
  {anew, first}: SpliceOptions
): void {
  const {value, lineEnding} = draft
  const parts = toPairs(value, map)
  const indent = findIndent(value, (parts[0] as Part).start)
  const write = (key: string) =>
    writePair(key, wanted[key], lineEnding + indent)
  // Of a key that occurs twice the last pair counts.
  const last = new Map(keys.map((key, index) => [key, index]))
  const added = Object.keys(wanted).filter(key => !last.has(key))
  insertLines(draft, parts, first ? -1 : parts.length - 1, added.map(write))
  for (const [key, index] of last) {
    if (key === undefined || !hasOwn(wanted, key)) continue
    const part = parts[index] as Part
    if (anew?.has(key)) replace(draft, part.start, part.end, write(key))
    else if (!hasOwn(now, key) || !equalData(now[key], wanted[key])) {
      spliceValue(draft, part, now[key], wanted[key])
    }
  }
  // A pair that could not be read stays.
  removeLines(draft, parts, index => {
    const key = keys[index]
    return key !== undefined && hasOwn(now, key) && !hasOwn(wanted, key)
  })
}

/** Change one value. */
function spliceValue(
  draft: Draft,
  part: Part,
  now: unknown,
  wanted: unknown
): void {
  const {node} = part
  const isBlock = isSeq(node) && !node.flow && isOnLines(draft.value, node)
  if (isBlock && isArray(now) && isArray(wanted) && wanted.length > 0) {
    spliceList(draft, node, now, wanted)
  } else replaceValue(draft, part, wanted, toQuote(node))
}

/** Whether a block list starts on a line of its own. */
function isOnLines(value: string, {range: [start]}: YAMLSeq.Parsed): boolean {
  const {length} = findIndent(value, start)
  return isLineEnding(value.charCodeAt(start - length - 1))
}

/** Change the items of a list that differ; equal ones at both ends stay. */
function spliceList(
  draft: Draft,
  list: YAMLSeq.Parsed,
  now: Array<unknown>,
  wanted: Array<unknown>
): void {
  const parts = toItems(draft.value, list)
  const least = Math.min(now.length, wanted.length)
  let start = 0
  while (start < least && equalData(now[start], wanted[start])) start++
  let tail = 0
  while (
    tail < least - start &&
    equalData(now[now.length - 1 - tail], wanted[wanted.length - 1 - tail])
  ) {
    tail++
  }
  const changed = least - tail
  for (let index = start; index < changed; index++) {
    if (equalData(now[index], wanted[index])) continue
    const part = parts[index] as Part
    replaceValue(draft, part, wanted[index], toQuote(part.node))
  }
  const style = {quote: toQuote(list), flow: false}
  const contents = wanted
    .slice(changed, wanted.length - tail)
    .map(item => `- ${writeValue(item, style)}`)
  insertLines(draft, parts, changed - 1, contents)
  const end = now.length - tail
  removeLines(draft, parts, index => index >= changed && index < end)
}
