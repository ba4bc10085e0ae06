/**
 * JSON data goes in, YAML text on one line comes out, that every reader of
 * YAML 1.2, and of 1.1, reads as that data; a date may be in it too.
 */
import {isMap, isScalar, isSeq, type ParsedNode, Scalar} from 'yaml'
import {isArray} from './is-array.ts'
import {isDate} from './is-date.ts'
import type {Data} from './pair.ts'

/** How strings are written where more than one way is right. */
export type Quote = 'plain' | 'single' | 'double'

/** Where and how a value is written. */
interface WriteStyle {
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

/**
 * Write a pair of a block map, without its last line ending; `glue` goes
 * between its lines.
 */
export function writePair(key: string, value: unknown, glue: string): string {
  const name = writeString(key, {quote: 'plain', flow: true})
  const open = name.length > maxKey ? `? ${name}${glue}:` : `${name}:`
  return open + writeAfter(value, glue, 'plain')
}

/** Write a value after its key or dash, on one line if readers allow that. */
export function writeAfter(value: unknown, glue: string, quote: Quote): string {
  const isBlock = isArray(value) && value.some(isSplit)
  if (!isBlock) return ` ${writeValue(value, {quote, flow: false})}`
  const style = {quote: 'plain', flow: false} as const
  return value.map(item => `${glue}  - ${writeValue(item, style)}`).join('')
}

/** Write a value on one line; lists and maps in flow style. */
export function writeValue(value: unknown, style: WriteStyle): string {
  if (typeof value === 'string') return writeString(value, style)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  // Note: without quotes, as a timestamp for those who know such.
  if (isDate(value)) return value.toISOString()
  const inner = {quote: style.quote, flow: true}
  if (isArray(value)) {
    return `[${value.map(item => writeValue(item, inner)).join(', ')}]`
  }
  const pairs = Object.entries(value as Data).map(
    ([key, item]) => `${writeString(key, inner)}: ${writeValue(item, inner)}`
  )
  return `{${pairs.join(', ')}}`
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
function isSplit(item: unknown): boolean {
  return typeof item === 'string' && item.includes(',')
}

/** How strings are written in a place: as those that it holds. */
export function toQuote(node: ParsedNode | undefined): Quote {
  if (isMap(node)) return toQuote(node.items[0]?.key)
  if (isSeq(node)) return toQuote(node.items[0] as ParsedNode | undefined)
  if (!isScalar(node)) return 'plain'
  if (node.type === Scalar.QUOTE_DOUBLE) return 'double'
  return node.type === Scalar.QUOTE_SINGLE ? 'single' : 'plain'
}
