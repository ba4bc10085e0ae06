/**
 * A map in braces and data go in, changes to the YAML text come out, for values
 * that differ and for new keys, so that lines and comments stay.
 * A key to take out, and a pair that is not plain, are for the caller, who
 * writes the map as a whole.
 */
import type {ParsedNode, YAMLMap} from 'yaml'
import {isLineEnding} from '../text/line.ts'
import {findIndent} from './change-parts.ts'
import {type Draft, replace} from './draft.ts'
import {equalData} from './equal-data.ts'
import {hasOwn} from './has-own.ts'
import type {Data, Keys} from './pair.ts'
import {toQuote, writeValue} from './write.ts'

/** A pair with nothing but a colon and spaces between its key and its value. */
interface PlainPair {
  key: ParsedNode
  value: ParsedNode
}

/** Change the pairs of a map in braces; gives whether it could. */
export function spliceFlow(
  draft: Draft,
  map: YAMLMap.Parsed,
  keys: Keys,
  now: Data,
  wanted: Data
): boolean {
  const pairs = map.items.filter(pair => isPlainPair(draft.value, pair))
  const last = pairs[pairs.length - 1]
  const stay = keys.every(key => key !== undefined && hasOwn(wanted, key))
  const isPlain = pairs.length === keys.length && stay
  if (!isPlain || !last) return false
  const quote = toQuote(map)
  for (const [index, {value}] of pairs.entries()) {
    const key = keys[index] as string
    if (equalData(now[key], wanted[key])) continue
    const [start, end] = value.range
    const own = toQuote(value)
    const style = {quote: own === 'plain' ? quote : own, flow: true}
    replace(draft, start, end, writeValue(wanted[key], style))
  }
  const added = Object.keys(wanted)
    .filter(key => !hasOwn(now, key))
    .map(key => writeValue({[key]: wanted[key]}, {quote, flow: true}))
    .map(pair => pair.slice(1, -1))
  if (added.length > 0) addPairs(draft, map, last, added)
  return true
}

function isPlainPair(
  text: string,
  pair: YAMLMap.Parsed['items'][number]
): pair is typeof pair & PlainPair {
  const {key, value} = pair
  if (!value) return false
  return /^[ \t]*:[ \t]*$/.test(text.slice(key.range[1], value.range[0]))
}

/** Add pairs after the last: on a line each if that has a line of its own. */
function addPairs(
  draft: Draft,
  map: YAMLMap.Parsed,
  {key, value}: PlainPair,
  added: ReadonlyArray<string>
): void {
  const {value: text, lineEnding} = draft
  const [start] = key.range
  const [, end] = value.range
  const close = map.range[1] - 1
  const indent = findIndent(text, start)
  const closeLine = close - findIndent(text, close).length
  if (
    !startsLine(text, start - indent.length) ||
    !startsLine(text, closeLine)
  ) {
    replace(draft, end, end, added.map(pair => `, ${pair}`).join(''))
    return
  }
  const hasComma = /^\s*,/.test(text.slice(end, close))
  if (!hasComma) replace(draft, end, end, ',')
  const lines = added.map(pair => indent + pair).join(`,${lineEnding}`)
  replace(draft, closeLine, closeLine, lines + lineEnding)
}

function startsLine(text: string, offset: number): boolean {
  return isLineEnding(text.charCodeAt(offset - 1))
}
