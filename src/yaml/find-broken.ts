import {
  type Document,
  isCollection,
  isPair,
  isScalar,
  type ParsedNode,
  Scalar,
  type YAMLMap
} from 'yaml'
import {countBefore} from '../text/count-before.ts'
import type {ParsedPair} from './pair.ts'

/** Find the pairs of the map at the top that hold an error of `yaml`. */
export function findBroken(
  {errors}: Document.Parsed,
  {items}: YAMLMap.Parsed
): Set<ParsedPair> {
  const broken = new Set<ParsedPair>()
  for (const {pos} of errors) {
    const pair = findPair(items, pos[0])
    if (pair && holds(pair, pos[0])) broken.add(pair)
  }
  return broken
}

/** Find the pair that an error at an offset is about, or the last before it. */
export function findPair(
  items: ReadonlyArray<ParsedPair>,
  offset: number
): ParsedPair | undefined {
  const index = findIndex(items, offset)
  const before = items[index - 1]
  return before && isUnclosedAt(before, offset, true) ? before : items[index]
}

/**
 * Find the node at which a pair ends: the last leaf of block collections.
 *
 * The ranges of those go on to the line after, over comments.
 */
export function lastLeaf(inner: ParsedNode | ParsedPair): ParsedNode {
  if (isPair(inner)) return lastLeaf(inner.value ?? inner.key)
  const isLeaf = !isCollection(inner) || inner.flow
  const last = isLeaf ? undefined : inner.items[inner.items.length - 1]
  return last ? lastLeaf(last as ParsedNode | ParsedPair) : inner
}

/** Find the last pair that starts at or before an offset. */
function findIndex(items: ReadonlyArray<ParsedPair>, offset: number): number {
  const isBefore = (index: number) =>
    findStart(items[index] as ParsedPair) <= offset
  return countBefore(items.length, isBefore) - 1
}

function findStart({key, srcToken}: ParsedPair): number {
  return srcToken?.start[0]?.offset ?? key.range[0]
}

function holds(pair: ParsedPair, offset: number): boolean {
  const end = (pair.value ?? pair.key).range[2]
  return offset < end || isUnclosedAt(pair, offset, false)
}

/** Whether a pair ends at an offset in something that may lack its close. */
function isUnclosedAt(
  pair: ParsedPair,
  offset: number,
  onlyFlow: boolean
): boolean {
  const leaf = lastLeaf(pair)
  if (leaf.range[1] !== offset) return false
  return isScalar(leaf) ? !onlyFlow && leaf.type !== Scalar.PLAIN : true
}
