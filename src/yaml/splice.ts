/**
 * What a config says now and what it should say go in, changes to the YAML
 * text come out, for the parts that differ only.
 * Whether the text then says what it should is for the caller to verify.
 */
import {isMap, isSeq, type YAMLMap, type YAMLSeq} from 'yaml'
import {type Draft, replace} from './draft.ts'
import {equalData} from './equal-data.ts'
import {insertParts} from './insert-parts.ts'
import {isArray} from './is-array.ts'
import {isPlainObject} from './is-plain-object.ts'
import {findIndent} from './lines.ts'
import {type Part, toParts} from './parts.ts'
import {removeParts} from './remove-parts.ts'
import {replaceFlow, replacePairs, writeIn} from './replace-pairs.ts'
import {
  itemSlot,
  replaceValue,
  type Slot,
  toQuote,
  toSlot
} from './replace-value.ts'
import {type Data, type Keys, nameKeys} from './to-data.ts'
import {isSplit, writeItems, writeValue} from './write.ts'

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
  options: SpliceOptions = {}
): void {
  const parts = toParts(draft.value, map)
  const keys = nameKeys(draft.value, map)
  // Of a key that occurs twice the last pair counts.
  const last = new Map(keys.map((key, index) => [key, index]))
  for (const [key, index] of last) {
    const pair = map.items[index]
    const part = parts[index]
    if (!pair || !part || key === undefined) continue
    if (!Object.hasOwn(wanted, key)) continue
    const data = wanted[key]
    if (options.anew?.has(key)) {
      const {start, end} = part
      const content = writeIn(draft, map, [key, data])
      replace(draft, start, end, content)
    } else if (!Object.hasOwn(now, key) || !equalData(now[key], data)) {
      const slot = toSlot(pair, map.flow === true)
      if (isSplitAnew(draft, slot, part, now[key], data)) {
        replaceByItems(draft, slot, part, data)
      } else spliceValue(draft, slot, now[key], data)
    }
  }
  const added = Object.entries(wanted).filter(([key]) => !last.has(key))
  spliceKeys(draft, map, {parts, keys, now, wanted, added}, options.before)
}

/** What happens to the keys of a map. */
interface KeyChange {
  parts: Array<Part>
  /** Keys of the parts. */
  keys: Keys
  now: Data
  wanted: Data
  /** Pairs of new keys. */
  added: Array<[string, unknown]>
}

/** Take out pairs, and put in others; one that could not be read stays. */
function spliceKeys(
  draft: Draft,
  map: YAMLMap.Parsed,
  {parts, keys, now, wanted, added}: KeyChange,
  before: number | undefined
): void {
  const isRemoved = (index: number) => {
    const key = keys[index]
    return (
      key !== undefined &&
      Object.hasOwn(now, key) &&
      !Object.hasOwn(wanted, key)
    )
  }
  if (keys.every((_, index) => isRemoved(index))) {
    replacePairs(draft, map, parts, added)
    return
  }
  removeParts(draft, parts, isRemoved, added.length > 0)
  const index = keys
    .slice(0, before)
    .findLastIndex((_, index) => !isRemoved(index))
  const contents = added.map(pair => writeIn(draft, map, pair))
  const flow = map.flow === true
  const followed = before !== undefined
  insertParts(draft, {contents, flow, followed, index, parts})
}

/**
 * Whether a list gets a string that ChatGPT MD 2.1 to 2.4 would split if it
 * were written in a flow list.
 */
function isSplitAnew(
  {value}: Draft,
  {flow, node}: Slot,
  {start, end}: Part,
  now: unknown,
  wanted: unknown
): wanted is Array<unknown> {
  if (flow || (isSeq(node) && !node.flow) || !isArray(wanted)) return false
  const before = new Set(isArray(now) ? now : [])
  const isNew = wanted.some(item => isSplit(item) && !before.has(item))
  // Comments in a flow list have no place in a block list.
  return isNew && !value.slice(start, end).includes('#')
}

/** Write a value anew as a block list. */
function replaceByItems(
  draft: Draft,
  {after}: Slot,
  {start, end}: Part,
  wanted: Array<unknown>
): void {
  const content = writeItems(
    wanted,
    draft.lineEnding + findIndent(draft.value, start)
  )
  replace(draft, after, Math.max(after, end), content)
}

/** Change one value. */
function spliceValue(
  draft: Draft,
  slot: Slot,
  now: unknown,
  wanted: unknown
): void {
  const {node} = slot
  if (isMap(node) && isPlainObject(now) && isRecord(wanted)) {
    // In a flow list, the map `a: b` can have one pair only.
    const isPair = !node.srcToken && !equalKeys(now, wanted)
    if (isPair) replaceFlow(draft, node, wanted)
    else spliceMap(draft, node, now, wanted)
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
  while (start < least && equalData(now[start], wanted[start])) start++
  let tail = 0
  while (
    tail < least - start &&
    equalData(now.at(-1 - tail), wanted.at(-1 - tail))
  ) {
    tail++
  }
  const changed = least - tail
  for (let index = start; index < changed; index++) {
    const part = parts[index]
    if (!part || equalData(now[index], wanted[index])) continue
    const slot = itemSlot(list, index, part)
    spliceValue(draft, slot, now[index], wanted[index])
  }
  const end = now.length - tail
  removeParts(draft, parts, index => index >= changed && index < end, false)
  const flow = list.flow === true
  const style = {quote: toQuote(list), flow}
  const contents = wanted
    .slice(changed, wanted.length - tail)
    .map(item => (flow ? '' : '- ') + writeValue(item, style))
  const followed = tail > 0
  insertParts(draft, {contents, flow, followed, index: changed - 1, parts})
}

function equalKeys(left: Data, right: Data): boolean {
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every(key => Object.hasOwn(right, key))
  )
}

function isList(value: unknown): value is Array<unknown> {
  return isArray(value) && value.length > 0
}

function isRecord(value: unknown): value is Data {
  return isPlainObject(value) && Object.keys(value).length > 0
}
