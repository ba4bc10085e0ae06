/**
 * YAML text and data go in, YAML text with that data comes out, and only the
 * parts that differ are changed.
 * Each try is verified by reading it; the tries that change less come first.
 */
import {type Document, isMap} from 'yaml'
import {applyDraft, type Draft, replace} from './draft.ts'
import {equalData} from './equal-data.ts'
import type {Data, Keys} from './pair.ts'
import {type SpliceOptions, spliceMap} from './splice.ts'
import {spliceFlow} from './splice-flow.ts'
import {toQuote, writePair, writeValue} from './write.ts'

/** How often pairs that read wrong are written again. */
const passes = 4

// Note: without the flag `m`, for which U+2028 ends a line too.
const fence = /(?:^|[\r\n])---[ \t]*(?:[\r\n]|$)/
const uncommented = /(^|\r\n?|\n)(?!\ufeff?[ \t]*(?:#|\r|\n|$))/g

/** Reads YAML text: as it is, or as a schema wants it. */
export type ReadYaml = (value: string) => Reading

/** The data of YAML text. */
export interface Reading {
  /** Keys that are right; plain JSON. */
  data: Data
  /** Name of the key of each pair. */
  keys: Keys
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

/** One change of a text. */
interface Edit {
  /** YAML text. */
  value: string
  /** Its data. */
  reading: Reading
  /** The data that it should have. */
  wanted: Data
  /** Line ending for new lines. */
  lineEnding: string
  read: ReadYaml
}

/**
 * Whether YAML text has the wanted data, holds no line that ends it, and has no
 * more errors than before.
 */
function isRight(text: string, {reading, wanted, read}: Edit): boolean {
  if (fence.test(text)) return false
  const {data, document} = read(text)
  const most = reading.document.errors.length
  return document.errors.length <= most && equalData(wanted, data)
}

/** Make texts that may be right, from the one that keeps most of it on. */
function* makeTexts(edit: Edit): Generator<string | undefined> {
  // Broken text at the end may swallow the text after it.
  for (const first of [false, true]) yield splicePairs(edit, {first})
  for (const first of [false, true]) yield splicePairsAnew(edit, {first})
  yield comment(edit)
}

/** Change the pairs that differ, down to single items. */
function splicePairs(
  {value, reading, wanted, lineEnding}: Edit,
  options: SpliceOptions
): string | undefined {
  const {data, keys, document} = reading
  const map = document.contents
  if (!isMap(map)) return
  const draft: Draft = {
    value: endLine(value, lineEnding),
    lineEnding,
    edits: []
  }
  if (map.flow) {
    // Pairs that could not be read would be lost.
    if (Object.keys(data).length < keys.length) return
    const isDone = !options.anew && spliceFlow(draft, map, keys, data, wanted)
    if (isDone) return applyDraft(draft)
    const content = writeValue(wanted, {quote: toQuote(map), flow: true})
    replace(draft, map.range[0], map.range[1], content)
  } else spliceMap(draft, map, keys, data, wanted, options)
  const result = applyDraft(draft)
  // A map without pairs says nothing; the caller takes the fences away.
  return /^(?:\{\})?$/.test(result.trim()) ? '' : result
}

/**
 * Write the pairs again that differ, and then the pairs that are read otherwise
 * because of that: they take data from a pair that changed, or blank lines from
 * a pair that is gone.
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

/** Keep every line as a comment, and write the data below. */
function comment({value, wanted, lineEnding}: Edit): string {
  const lines = Object.entries(wanted).map(
    ([key, data]) => writePair(key, data, lineEnding) + lineEnding
  )
  const kept = value.replace(uncommented, '$1# ')
  return endLine(kept, lineEnding) + lines.join('')
}

function endLine(value: string, lineEnding: string): string {
  return value === '' || /[\r\n]$/.test(value) ? value : value + lineEnding
}
