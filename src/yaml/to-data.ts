/**
 * YAML nodes go in, plain JSON data comes out.
 * A node that JSON cannot hold (an alias without anchor, in itself, or that
 * would make the data huge) is reported and becomes `undefined`.
 * The time is in proportion to the text, because aliases have a budget.
 */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import type {Report} from '../problem.ts'
import {shorten} from '../text/shorten.ts'
import {type Data, type Keys, maxDepth, type ParsedPair} from './pair.ts'
import {reportDuplicates, reportMistake} from './report.ts'

/** State of one conversion. */
interface Walk {
  /** YAML text. */
  value: string
  /** Take a problem. */
  report: Report | undefined
  /** Last node of each anchor so far. */
  anchors: Map<string, Anchor>
  /** How many characters of JSON aliases may still add. */
  budget: number
}

/** Anchored node; `data` is absent until its end, or where it is no JSON. */
interface Anchor {
  data?: unknown
  /** The data as JSON, once an alias needs it. */
  json?: string
  /** Levels of lists and maps in it. */
  depth?: number
}

/**
 * Make an object of the map at the top of `value`, without the pairs that are
 * `broken` and those that are no JSON; and name the key of each pair.
 */
export function toRecord(
  value: string,
  map: YAMLMap.Parsed,
  broken: ReadonlySet<ParsedPair>,
  report: Report | undefined
): {data: Data; keys: Keys} {
  // Room for long prompts that are used several times, and an end to bombs.
  const budget = value.length * 10 + 1000
  const walk: Walk = {value, report, anchors: new Map(), budget}
  open(walk, map)
  const data: Data = {}
  const {keys} = fillRecord(walk, map, 1, data, broken)
  return {data, keys}
}

/** Set an own property, whatever its name. */
export function setOwn(record: Data, key: string, data: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(record, key, {
      value: data,
      configurable: true,
      enumerable: true,
      writable: true
    })
  } else record[key] = data
}

/** Make JSON data of a node; `depth` counts the collections around it. */
function toData(walk: Walk, node: ParsedNode | null, depth: number): unknown {
  // A key in a flow map may have no value: `{a}`.
  if (node === null) return null
  if (isAlias(node)) return fromAlias(walk, node, depth)
  const anchor = open(walk, node)
  const data = isScalar(node)
    ? fromScalar(node)
    : fromCollection(walk, node, depth + 1)
  if (anchor) anchor.data = data
  return data
}

/** Note the anchor of a node; aliases after this place may mean it. */
function open(walk: Walk, node: {anchor?: string}): Anchor | undefined {
  if (node.anchor === undefined) return
  const anchor: Anchor = {}
  walk.anchors.set(node.anchor, anchor)
  return anchor
}

function fromScalar({value, source}: Scalar.Parsed): unknown {
  if (typeof value !== 'number') return value
  // `.inf`, `.nan`, and numbers too big are no JSON; `+ 0` as `-0` is not.
  return Number.isFinite(value) ? value + 0 : source
}

function fromCollection(
  walk: Walk,
  node: YAMLMap.Parsed | YAMLSeq.Parsed,
  depth: number
): unknown {
  // Note: a pair in a flow list, `[a: b]`, is a level that `compose` misses.
  if (depth > maxDepth) {
    return fail(
      walk,
      node,
      `Unexpected collection in ${maxDepth} others, expected fewer levels`
    )
  }
  if (isMap(node)) {
    const record: Data = {}
    return fillRecord(walk, node, depth, record).complete ? record : undefined
  }
  const list: Array<unknown> = []
  for (const item of node.items) {
    const data = toData(walk, item, depth)
    if (data !== undefined) list.push(data)
  }
  return list.length === node.items.length ? list : undefined
}

/**
 * Set the pairs of a map; of a key that occurs twice the last value counts,
 * as in most readers.
 */
function fillRecord(
  walk: Walk,
  map: YAMLMap.Parsed,
  depth: number,
  record: Data,
  broken?: ReadonlySet<ParsedPair>
): {complete: boolean; keys: Keys} {
  let complete = true
  const keys: Keys = []
  for (const pair of map.items) {
    const key = toKey(walk, pair.key, depth)
    const data = toData(walk, pair.value, depth)
    keys.push(key)
    if (key === undefined) complete = false
    else if (data === undefined || broken?.has(pair)) {
      complete = false
      delete record[key]
    } else setOwn(record, key, data)
  }
  if (walk.report && Object.keys(record).length < keys.length) {
    reportDuplicates(map.items, keys, walk.report)
  }
  return {complete, keys}
}

/** Name a key: scalars by their value, as JSON has no other keys. */
function toKey(
  walk: Walk,
  node: ParsedNode,
  depth: number
): string | undefined {
  const data = toData(walk, node, depth)
  if (data === undefined || data === null) return data === null ? '' : undefined
  if (typeof data !== 'object') return String(data)
  // Note: the text itself, since JSON would double the escapes at each level;
  // `yaml` has a compact map start at its `:`, so its first key is asked.
  const [start, end] = node.range
  const first = isMap(node) ? node.items[0]?.key.range[0] : undefined
  return walk.value.slice(Math.min(start, first ?? start), end).trimEnd()
}

/** Copy the data of an alias, so that changing one place changes no other. */
function fromAlias(walk: Walk, node: Alias.Parsed, depth: number): unknown {
  const anchor = walk.anchors.get(node.source)
  const name = shorten(node.source)
  if (!anchor) {
    return fail(walk, node, `Missing anchor \`&${name}\` before its alias`)
  }
  let fault = 'that holds it or is no JSON, expected one that ends before'
  if (anchor.data !== undefined) {
    anchor.json ??= JSON.stringify(anchor.data)
    anchor.depth ??= measureDepth(anchor.data)
    walk.budget -= anchor.json.length
    const isDeep = depth + anchor.depth > maxDepth
    if (!isDeep && walk.budget >= 0) return JSON.parse(anchor.json)
    fault = isDeep
      ? 'this deep, expected fewer levels'
      : 'this large, expected fewer aliases'
  }
  return fail(walk, node, `Unexpected alias \`*${name}\` of a value ${fault}`)
}

function fail(walk: Walk, node: ParsedNode, reason: string): undefined {
  if (walk.report) reportMistake(walk.report, reason, node.range)
}

function measureDepth(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0
  let depth = 0
  for (const item of Object.values<unknown>({...data})) {
    depth = Math.max(depth, measureDepth(item))
  }
  return depth + 1
}
