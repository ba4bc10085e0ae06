/**
 * What a config says now and what it should say go in, changes to the YAML
 * text come out, for the parts that differ only.
 * Whether the text then says what it should is for the caller to verify.
 */

import {
  isMap,
  isSeq,
  type ParsedNode,
  visit,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import {equalConfig} from './equal-config.ts'
import {isArray} from './is-array.ts'
import {
  type Draft,
  findIndent,
  findLineEnd,
  insertParts,
  type Part,
  removeLines,
  removeParts,
  toParts
} from './parts.ts'
import {replaceValue, type Slot, toQuote} from './replace-value.ts'
import {type Data, nameKeys, type ParsedPair} from './to-data.ts'
import {writeFlowPair, writePair, writeValue} from './write.ts'

/**
 * Change the pairs of a map that differ.
 *
 * `whole`: write changed pairs anew, and those that hold aliases, and do not
 * look into their values.
 */
export function spliceMap(
  draft: Draft,
  map: YAMLMap.Parsed,
  now: Data,
  wanted: Data,
  whole = false
): void {
  const parts = toParts(draft.value, map)
  const keys = nameKeys(draft.value, map)
  const last = new Map(keys.map((key, index) => [key, index]))
  const flow = map.flow === true
  for (const [key, index] of last) {
    const pair = map.items[index]
    const part = parts[index]
    if (!pair || !part || key === undefined) continue
    if (!Object.hasOwn(wanted, key)) continue
    const same = Object.hasOwn(now, key) && equalConfig(now[key], wanted[key])
    if (whole && !(same && !hasAlias(pair))) {
      const {start, end} = part
      const content = writeIn(draft, map, [key, wanted[key]])
      draft.splices.push({start, end, content})
    } else if (!same) {
      spliceValue(draft, toSlot(pair, flow), now[key], wanted[key])
    }
  }
  const removed = (index: number) => isRemoved(keys[index], now, wanted)
  const kept = keys.findLastIndex((_, index) => !removed(index))
  const added = Object.entries(wanted).filter(([key]) => !last.has(key))
  if (kept < 0) replacePairs(draft, map, parts, added)
  else {
    removeParts(draft, parts, removed, added.length > 0)
    const contents = added.map(pair => writeIn(draft, map, pair))
    const insertion = {contents, flow, followed: false, index: kept, parts}
    insertParts(draft, insertion)
  }
}

/** Whether a pair takes data from elsewhere, which may change. */
function hasAlias(pair: ParsedPair): boolean {
  let found = false
  visit(pair.value, {
    Alias: () => {
      found = true
      return visit.BREAK
    }
  })
  return found
}

/** Whether a pair is to be taken out; one that could not be read stays. */
function isRemoved(key: string | undefined, now: Data, wanted: Data): boolean {
  return (
    key !== undefined && Object.hasOwn(now, key) && !Object.hasOwn(wanted, key)
  )
}

/** Put other pairs in the place of all there are. */
function replacePairs(
  draft: Draft,
  map: YAMLMap.Parsed,
  parts: Array<Part>,
  added: Array<[string, unknown]>
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
  const end = findLineEnd(draft.value, last.end)
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
  slot: Slot,
  now: unknown,
  wanted: unknown
): void {
  const {node} = slot
  if (isMap(node) && isRecord(now) && isRecord(wanted) && hasItems(wanted)) {
    spliceMap(draft, node, now, wanted)
  } else if (isSeq(node) && isList(now) && isList(wanted)) {
    spliceList(draft, node, now, wanted)
  } else replaceValue(draft, slot, wanted)
}

/** Change the items of a list that differ; equal ones at both ends stay. */
function spliceList(
  draft: Draft,
  list: YAMLSeq.Parsed,
  now: Array<unknown>,
  wanted: Array<unknown>
): void {
  const parts = toParts(draft.value, list)
  const least = Math.min(now.length, wanted.length)
  let start = 0
  while (start < least && equalConfig(now[start], wanted[start])) start++
  let tail = 0
  while (
    tail < least - start &&
    equalConfig(now.at(-1 - tail), wanted.at(-1 - tail))
  ) {
    tail++
  }
  const changed = least - tail
  for (let index = start; index < changed; index++) {
    const part = parts[index]
    if (!part || equalConfig(now[index], wanted[index])) continue
    const slot = itemSlot(list, index, part)
    spliceValue(draft, slot, now[index], wanted[index])
  }
  const end = now.length - tail
  removeParts(draft, parts, index => index >= changed && index < end, false)
  const flow = list.flow === true
  const style = {quote: toQuote(list), flow}
  const added = wanted.slice(changed, wanted.length - tail)
  const contents = added.map(
    item => (flow ? '' : '- ') + writeValue(item, style)
  )
  const followed = tail > 0
  insertParts(draft, {contents, flow, followed, index: changed - 1, parts})
}

function toSlot({key, value, srcToken}: ParsedPair, flow: boolean): Slot {
  const colon = srcToken?.sep?.find(({type}) => type === 'map-value-ind')
  return colon
    ? {node: value, after: colon.offset + 1, glue: ' ', flow}
    : {node: value, after: key.range[1], glue: ': ', flow}
}

function itemSlot(list: YAMLSeq.Parsed, index: number, part: Part): Slot {
  const node = list.items[index] as ParsedNode
  return {node, after: part.start + 1, glue: ' ', flow: list.flow === true}
}

function hasItems(value: object): boolean {
  return Object.keys(value).length > 0
}

function isList(value: unknown): value is Array<unknown> {
  return isArray(value) && value.length > 0
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !isArray(value)
}
