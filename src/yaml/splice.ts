/**
 * Data that a text says and data that it should say go in, changes to the YAML
 * text come out, for the parts that differ only.
 * Block maps and block lists are changed part by part, and so is a flow map at
 * the top; all other values are written again as a whole.
 * Whether the text then says what it should is for the caller to verify.
 */
import {isMap, isSeq, type YAMLMap, type YAMLSeq} from 'yaml'
import {changeParts} from './change-parts.ts'
import {type Draft, replace} from './draft.ts'
import {equalData} from './equal-data.ts'
import {hasOwn} from './has-own.ts'
import {isArray} from './is-array.ts'
import {isPlainObject} from './is-plain-object.ts'
import {findIndent} from './lines.ts'
import type {Data} from './pair.ts'
import {type Part, toItems, toPairs} from './parts.ts'
import {blockStart, replaceValue, toQuote} from './replace-value.ts'
import {nameKeys} from './to-data.ts'
import {writeFlowPair, writePair, writeValue} from './write.ts'

/** How the pairs of a map are changed. */
export interface SpliceOptions {
  /** Keys of pairs that are written anew, even if they are equal. */
  anew?: ReadonlySet<string> | undefined
  /** Index of a pair that new ones go before (default: after all). */
  before?: number | undefined
}

/** Change the pairs of a map that differ. */
export function spliceMap(
  draft: Draft,
  map: YAMLMap.Parsed,
  now: Data,
  wanted: Data,
  {anew, before}: SpliceOptions = {}
): void {
  const parts = toPairs(draft.value, map)
  const keys = nameKeys(draft.value, map)
  const flow = map.flow === true
  // Of a key that occurs twice the last pair counts.
  const last = new Map(keys.map((key, index) => [key, index]))
  for (const [key, index] of last) {
    if (key === undefined || !hasOwn(wanted, key)) continue
    const part = parts[index] as Part
    if (anew?.has(key)) {
      const content = writeIn(draft, map, [key, wanted[key]])
      replace(draft, part.start, part.end, content)
    } else if (!hasOwn(now, key) || !equalData(now[key], wanted[key])) {
      spliceValue(draft, part, now[key], wanted[key], flow)
    }
  }
  const added = Object.entries(wanted).filter(([key]) => !last.has(key))
  // A pair that could not be read stays.
  const removed = (index: number) => {
    const key = keys[index]
    return key !== undefined && hasOwn(now, key) && !hasOwn(wanted, key)
  }
  if (flow && keys.every((_, index) => removed(index))) {
    const [start, end] = map.range
    const style = {quote: toQuote(map), flow}
    replace(draft, start, end, writeValue(Object.fromEntries(added), style))
    return
  }
  let index = (before ?? parts.length) - 1
  while (removed(index)) index--
  const contents = added.map(pair => writeIn(draft, map, pair))
  changeParts(draft, {parts, flow, removed, contents, index})
}

/** Write a pair as the others of its map are. */
function writeIn(
  {value, lineEnding}: Draft,
  map: YAMLMap.Parsed,
  [key, data]: [string, unknown]
): string {
  if (map.flow) return writeFlowPair(key, data, toQuote(map))
  const indent = findIndent(value, map.range[0])
  return writePair(key, data, indent, lineEnding)
}

/** Change one value. */
function spliceValue(
  draft: Draft,
  part: Part,
  now: unknown,
  wanted: unknown,
  flow: boolean
): void {
  const {node} = part
  const isBlock = node && blockStart(draft.value, node) !== undefined
  if (isBlock && isMap(node) && isPlainObject(now) && isRecord(wanted)) {
    spliceMap(draft, node, now, wanted)
  } else if (isBlock && isSeq(node) && isArray(now) && isList(wanted)) {
    spliceList(draft, node, now, wanted)
  } else replaceValue(draft, part, wanted, flow)
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
  const [nowEnd, wantedEnd] = [now.length - 1, wanted.length - 1]
  while (
    tail < least - start &&
    equalData(now[nowEnd - tail], wanted[wantedEnd - tail])
  ) {
    tail++
  }
  const changed = least - tail
  for (let index = start; index < changed; index++) {
    if (equalData(now[index], wanted[index])) continue
    const part = parts[index] as Part
    spliceValue(draft, part, now[index], wanted[index], false)
  }
  const end = now.length - tail
  const style = {quote: toQuote(list), flow: false}
  changeParts(draft, {
    parts,
    flow: false,
    removed: index => index >= changed && index < end,
    contents: wanted
      .slice(changed, wanted.length - tail)
      .map(item => `- ${writeValue(item, style)}`),
    index: changed - 1
  })
}

function isList(value: unknown): value is Array<unknown> {
  return isArray(value) && value.length > 0
}

function isRecord(value: unknown): value is Data {
  return isPlainObject(value) && Object.keys(value).length > 0
}
