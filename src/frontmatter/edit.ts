/**
 * YAML text and a config go in, YAML text that says that config comes out,
 * and only what differs is changed.
 * Each try is verified by reading it; the tries that change less come first.
 */
import {isMap} from 'yaml'
import type {KeySchemas} from '../dialects/dialect.ts'
import type {ChatConfig} from '../tree.ts'
import {applySplices, type Draft} from './draft.ts'
import {equalConfig} from './equal-config.ts'
import {findBroken} from './find-broken.ts'
import {normaliseConfig} from './normalise-config.ts'
import {type Frontmatter, readFrontmatter} from './read.ts'
import {type SpliceOptions, spliceMap} from './splice.ts'
import {writeConfig} from './write.ts'

/** How often pairs that read wrong are written anew. */
const passes = 4

// Note: without the flag `m`, for which U+2028 ends a line too.
const fence = /(?:^|[\r\n])---[ \t]*(?:[\r\n]|$)/
const uncommented = /(^|\r\n?|\n)(?![ \t]*(?:#|\r|\n|$))/g

/**
 * Change the YAML text between the fences so that it says `config`.
 *
 * Comments, order, quotes, and spacing of all that does not change stay.
 * YAML too broken to change is kept as comments above the new text.
 * Throws a `TypeError` if the config is no JSON or not what the schema wants.
 */
export function editFrontmatter(
  value: string,
  config: Readonly<ChatConfig>,
  schemas: KeySchemas,
  lineEnding: string
): string {
  const frontmatter = readFrontmatter(value, schemas)
  // First as it is: most often nothing changes, and that is cheap to see.
  if (equalConfig(frontmatter.config, config)) return value
  const wanted = normaliseConfig(config, schemas)
  if (equalConfig(frontmatter.config, wanted)) return value
  const edit: Edit = {value, frontmatter, wanted, schemas, lineEnding}
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
  frontmatter: Frontmatter
  /** What it should say. */
  wanted: ChatConfig
  schemas: KeySchemas
  /** Line ending for new lines. */
  lineEnding: string
}

/**
 * Whether YAML text says what it should, holds no line that ends it, and has
 * no more errors than before.
 */
function isRight(text: string, {frontmatter, wanted, schemas}: Edit): boolean {
  if (fence.test(text)) return false
  const {config, document} = readFrontmatter(text, schemas)
  const most = frontmatter.document.errors.length
  return document.errors.length <= most && equalConfig(wanted, config)
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
function findPlaces({frontmatter}: Edit): Array<number | undefined> {
  const {document} = frontmatter
  const map = document.contents
  if (document.errors.length === 0 || !isMap(map)) return [undefined]
  const broken = findBroken(document, map)
  return [undefined, map.items.findIndex(pair => broken.has(pair)), 0]
}

/** Change the pairs that differ, down to single items. */
function splicePairs(
  {value, frontmatter, wanted, lineEnding}: Edit,
  options: SpliceOptions
): string | undefined {
  const {config, document} = frontmatter
  const map = document.contents
  if (!isMap(map)) return
  const draft: Draft = {value, lineEnding, splices: []}
  spliceMap(draft, map, config, wanted, options)
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
  let anew = findWrong(edit.frontmatter.config, edit.wanted)
  for (let pass = 0; pass < passes; pass++) {
    const result = splicePairs(edit, {...options, anew})
    if (result === undefined) return
    const wrong = findWrong(
      readFrontmatter(result, edit.schemas).config,
      edit.wanted
    )
    if (wrong.size === 0) return result
    anew = new Set([...anew, ...wrong])
  }
}

function findWrong(config: ChatConfig, wanted: ChatConfig): Set<string> {
  const keys = Object.keys(wanted)
  return new Set(keys.filter(key => !equalConfig(wanted[key], config[key])))
}

/** Write the config below text without keys, such as comments. */
function append(edit: Edit): string | undefined {
  const {value, frontmatter, wanted, lineEnding} = edit
  return frontmatter.document.contents
    ? undefined
    : endLine(value, lineEnding) + writeConfig(wanted, lineEnding)
}

/** Keep every line as a comment, and write the config below. */
function comment({value, wanted, lineEnding}: Edit): string {
  const lines = value.replace(uncommented, '$1# ')
  return endLine(lines, lineEnding) + writeConfig(wanted, lineEnding)
}

function finish(draft: Draft): string {
  const result = applySplices(draft)
  // A map without pairs says nothing; the caller takes the fences away.
  const isEmpty = /^(?:\{\s*\})?$/.test(result.trim())
  return isEmpty ? '' : endLine(result, draft.lineEnding)
}

function endLine(value: string, lineEnding: string): string {
  return value === '' || /[\r\n]$/.test(value) ? value : value + lineEnding
}
