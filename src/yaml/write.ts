/**
 * JSON data goes in, YAML text on one line comes out, that every reader of
 * YAML 1.2, and of 1.1, reads as that data.
 */

import {isArray} from './is-array.ts'
import type {Data} from './pair.ts'

/** How strings are written where more than one way is right. */
export type Quote = 'plain' | 'single' | 'double'

/** Where and how a value is written. */
export interface WriteStyle {
  /** How strings are written (`plain` only where it is safe). */
  quote: Quote
  /** Whether the value stands in a flow collection, `[…]` or `{…}`. */
  flow: boolean
}

/** Longest key that YAML allows without `?`, with room for quotes. */
const maxKey = 1000

const oneLine = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u

/** Words that YAML 1.2, or 1.1 as many readers, do not read as strings. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i

/** Write all pairs of a map, one a line. */
export function writePairs(data: Data, lineEnding: string): string {
  return Object.entries(data)
    .map(([key, value]) => writePair(key, value, '', lineEnding) + lineEnding)
    .join('')
}

/** Write a pair of a block map, without its last line ending. */
export function writePair(
  key: string,
  value: unknown,
  indent: string,
  lineEnding: string
): string {
  const name = writeString(key, {quote: 'plain', flow: true})
  const glue = lineEnding + indent
  const open = name.length > maxKey ? `? ${name}${glue}:` : `${name}:`
  if (isArray(value) && value.some(isSplit)) {
    return open + writeItems(value, glue)
  }
  return `${open} ${writeValue(value, {quote: 'plain', flow: false})}`
}

/** Write the items of a block list; `glue` ends the line before each. */
export function writeItems(
  items: ReadonlyArray<unknown>,
  glue: string
): string {
  return items
    .map(
      item => `${glue}  - ${writeValue(item, {quote: 'plain', flow: false})}`
    )
    .join('')
}

/** Write a pair of a flow map. */
export function writeFlowPair(
  key: string,
  value: unknown,
  quote: Quote
): string {
  const style = {quote, flow: true}
  return `${writeString(key, style)}: ${writeValue(value, style)}`
}

/** Write a value on one line; lists and maps in flow style. */
export function writeValue(value: unknown, style: WriteStyle): string {
  if (typeof value === 'string') return writeString(value, style)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = {quote: style.quote, flow: true}
  if (isArray(value)) {
    return `[${value.map(item => writeValue(item, inner)).join(', ')}]`
  }
  const pairs = Object.entries(value as Data)
  return `{${pairs.map(([key, item]) => writeFlowPair(key, item, style.quote)).join(', ')}}`
}

function writeString(value: string, {quote, flow}: WriteStyle): string {
  if (quote === 'plain' && isPlain(value, flow)) return value
  if (quote === 'single' && oneLine.test(value)) {
    return `'${value.replaceAll("'", "''")}'`
  }
  // JSON leaves some characters that end a line, or that no YAML may hold.
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/** Whether every reader takes a string without quotes for that string. */
function isPlain(value: string, flow: boolean): boolean {
  return (
    oneLine.test(value) &&
    /^[\p{L}_]/u.test(value) &&
    !/: | #|[: ]$/.test(value) &&
    !reserved.test(value) &&
    !(flow && /[,:[\]{}]/.test(value))
  )
}

/** Whether ChatGPT MD 2.1 to 2.4 splits an item of a flow list. */
export function isSplit(item: unknown): boolean {
  return typeof item === 'string' && item.includes(',')
}
