// Meta stands in a comment at the end of a header, as JSON on one line. Obsidian
// does not show it, and ChatGPT MD drops the rest of a header line.

import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {setOwn} from '../../yaml/to-data.ts'
import type {Json, TurnMeta} from '../meta.ts'
import {metaComment, pluginRoles, roleMarkerParts} from './grammar.ts'

/** How many lists and maps may stand in each other. */
const maxDepth = 100

/** Meta, and where its comment starts. */
interface FoundMeta {
  start: number
  meta: TurnMeta
}

/** Find the comment with meta that ends `text`. */
export function findMeta(text: string): FoundMeta | undefined {
  if (!text.endsWith(metaComment.close)) return undefined
  const start = text.lastIndexOf(metaComment.open)
  if (start === -1) return undefined
  const inner = text.slice(
    start + metaComment.open.length,
    -metaComment.close.length
  )
  const meta = readJson(inner)
  return meta && {start, meta}
}

function readJson(value: string): TurnMeta | undefined {
  try {
    const data: unknown = JSON.parse(value)
    return isPlainObject(data)
      ? (toJson(data, maxDepth) as TurnMeta)
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Letters that would be read as a role, or as the marker before one: ChatGPT MD
 * takes the first role that a header line holds.
 */
const words = new RegExp(
  [...pluginRoles, roleMarkerParts[0]]
    .map(word => `${word[0]}(?=${word.slice(1)})`)
    .join('|'),
  'gi'
)

/**
 * Write meta as the comment that ends a header.
 *
 * @throws {TypeError} If it is no object that JSON can hold.
 */
export function writeMeta(meta: TurnMeta): string {
  if (!isPlainObject(meta))
    throw new TypeError('Cannot write meta, expected an object')
  const json = JSON.stringify(toJson(meta, maxDepth))
    // Note: so that no escape ends in a letter of a word.
    .replace(/\\[\\r]/g, pair => (pair === '\\r' ? '\\u000d' : pair))
    .replace(/[<>\u2028\u2029]/g, toEscape)
    .replace(words, toEscape)
  return `${metaComment.open} ${json} ${metaComment.close}`
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/**
 * Copy JSON data.
 *
 * @throws {TypeError} If it is none, or nests too deep.
 */
function toJson(value: unknown, depth: number): Json {
  if (value === null || typeof value === 'string' || value === !!value) {
    return value as Json
  }
  // Note: `+ 0`, since JSON would write -0 as 0.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (depth > 0 && Array.isArray(value)) {
    return Array.from<unknown, Json>(value, item => toJson(item, depth - 1))
  }
  if (depth > 0 && isPlainObject(value)) return toMap(value, depth - 1)
  throw new TypeError('Cannot write meta, expected an object as JSON has them')
}

function toMap(value: object, depth: number): Json {
  const map: {[key: string]: Json} = {}
  for (const [key, item] of Object.entries<unknown>({...value})) {
    if (item !== undefined) setOwn(map, key, toJson(item, depth))
  }
  return map
}
