/**
 * YAML text and data go in, YAML text that says that data comes out, and only
 * what differs is changed.
 * Each try is verified by reading it; the tries that change less come first.
 */
import {type Document, isMap} from 'yaml'
import {applyDraft, type Draft} from './draft.ts'
import {equalData} from './equal-data.ts'
import {findBroken} from './find-broken.ts'
import type {Data} from './pair.ts'
import {type SpliceOptions, spliceMap} from './splice.ts'
import {writePairs} from './write.ts'

/** How often pairs that read wrong are written anew. */
const passes = 4

// Note: without the flag `m`, for which U+2028 ends a line too.
const fence = /(?:^|[\r\n])---[ \t]*(?:[\r\n]|$)/
const uncommented = /(^|\r\n?|\n)(?![ \t]*(?:#|\r|\n|$))/g

/** Reads YAML text: as it is, or as a schema wants it. */
export type ReadYaml = (value: string) => Reading

/** What YAML text says. */
export interface Reading {
  /** Keys that are right; plain JSON. */
  data: Data
  /** YAML nodes, for places. */
  document: Document.Parsed
}

/**
 * Change YAML text so that `read` reads it as `wanted`.
 *
 * Comments, order, quotes, and spacing of all that does not change stay.
 * YAML too broken to change is kept as comments above the new text.
 *
 * @throws {TypeError} If no text is read as `wanted`.
 */
export function editYaml(
  value: string,
  wanted: Data,
  lineEnding: string,
  read: ReadYaml
): string {
  const reading = read(value)
  if (equalData(reading.data, wanted)) return value
  const edit: Edit = {value, reading, wanted, lineEnding, read}
  for (const text of makeTexts(edit)) {
    if (text !== undefined && isRight(text, edit)) return text
  }
  throw new TypeError('Cannot write the config so that it reads the same')
}

/** What is to be changed. */
interface Edit {
  /** YAML text. */
  value: string
  /** What it says. */
  reading: Reading
  /** What it should say. */
  wanted: Data
  /** Line ending for new lines. */
  lineEnding: string
  read: ReadYaml
}

/**
 * Whether YAML text says what it should, holds no line that ends it, and has
 * no more errors than before.
 */
function isRight(text: string, {reading, wanted, read}: Edit): boolean {
  if (fence.test(text)) return false
  const {data, document} = read(text)
  const most = reading.document.errors.length
  return document.errors.length <= most && equalData(wanted, data)
}

/** Make texts that may be right, from the one that keeps most of it on. */
function* makeTexts(edit: Edit): Generator<string | undefined> {
  const places = findPlaces(edit)
  for (const before of places) yield splicePairs(edit, {before})
  for (const before of places) yield splicePairsAnew(edit, {before})
  yield append(edit)
  yield comment(edit)
}

/**
 * Find where new keys may go, as the index of the pair after them: the end,
 * and where broken text cannot take them in, since it comes later.
 */
function findPlaces({reading}: Edit): Array<number | undefined> {
  const {document} = reading
  const map = document.contents
  if (document.errors.length === 0 || !isMap(map)) return [undefined]
  const broken = findBroken(document, map)
  return [undefined, map.items.findIndex(pair => broken.has(pair)), 0]
}

/** Change the pairs that differ, down to single items. */
function splicePairs(
  {value, reading, wanted, lineEnding}: Edit,
  options: SpliceOptions
): string | undefined {
  const {data, document} = reading
  const map = document.contents
  if (!isMap(map)) return
  const draft: Draft = {value, lineEnding, edits: []}
  spliceMap(draft, map, data, wanted, options)
  return finish(draft)
}

/**
 * Write the pairs anew that differ, and then those that read wrong for it:
 * they take data from a pair that changed, or blank lines from what is gone.
 */
function splicePairsAnew(
  edit: Edit,
  options: SpliceOptions
): string | undefined {
  let anew = findWrong(edit.reading.data, edit.wanted)
  for (let pass = 0; pass < passes; pass++) {
    const result = splicePairs(edit, {...options, anew})
    if (result === undefined) return
    const wrong = findWrong(edit.read(result).data, edit.wanted)
    if (wrong.size === 0) return result
    anew = new Set([...anew, ...wrong])
  }
}

function findWrong(data: Data, wanted: Data): Set<string> {
  const keys = Object.keys(wanted)
  return new Set(keys.filter(key => !equalData(wanted[key], data[key])))
}

/** Write the data below text without keys, such as comments. */
function append(edit: Edit): string | undefined {
  const {value, reading, wanted, lineEnding} = edit
  return reading.document.contents
    ? undefined
    : endLine(value, lineEnding) + writePairs(wanted, lineEnding)
}

/** Keep every line as a comment, and write the data below. */
function comment({value, wanted, lineEnding}: Edit): string {
  const lines = value.replace(uncommented, '$1# ')
  return endLine(lines, lineEnding) + writePairs(wanted, lineEnding)
}

function finish(draft: Draft): string {
  const result = applyDraft(draft)
  // A map without pairs says nothing; the caller takes the fences away.
  const isEmpty = /^(?:\{\s*\})?$/.test(result.trim())
  return isEmpty ? '' : endLine(result, draft.lineEnding)
}

function endLine(value: string, lineEnding: string): string {
  return value === '' || /[\r\n]$/.test(value) ? value : value + lineEnding
}
