/**
 * YAML text and a config go in, YAML text that says that config comes out,
 * and only what differs is changed.
 * Each try is verified by reading it; the tries that change less come first.
 */
import {isMap, type YAMLMap} from 'yaml'
import {toLf} from './compose.ts'
import {equalConfig} from './equal-config.ts'
import {normaliseConfig} from './normalise-config.ts'
import type {Draft, Splice} from './parts.ts'
import {type Frontmatter, readFrontmatter} from './read.ts'
import type {ChatConfig} from './schema.ts'
import {replaceFlow, spliceMap} from './splice.ts'
import {writeConfig} from './write.ts'

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
  lineEnding: string
): string {
  const frontmatter = readFrontmatter(value)
  // First as it is: most often nothing changes, and that is cheap to see.
  if (equalConfig(frontmatter.config, config)) return value
  const wanted = normaliseConfig(config)
  if (equalConfig(frontmatter.config, wanted)) return value
  for (const change of changes) {
    const result = change(value, frontmatter, wanted, lineEnding)
    if (result !== undefined && says(result, wanted)) return result
  }
  throw new TypeError('Cannot write the config so that it reads the same')
}

/** Write a config as YAML text; empty for one without keys. */
export function writeFrontmatter(
  config: Readonly<ChatConfig>,
  lineEnding: string
): string {
  return editFrontmatter('', config, lineEnding)
}

/** Whether YAML text says a config, and holds no line that ends it. */
function says(value: string, config: ChatConfig): boolean {
  return (
    !fence.test(value) && equalConfig(readFrontmatter(value).config, config)
  )
}

type Change = (
  value: string,
  frontmatter: Frontmatter,
  wanted: ChatConfig,
  lineEnding: string
) => string | undefined

/** Change what differs, down to single items. */
const spliceFine: Change = (value, {config, document}, wanted, lineEnding) =>
  spliceBy(value, document, lineEnding, (draft, map) =>
    spliceMap(draft, map, config, wanted)
  )

/** Change the pairs that differ. */
const spliceWhole: Change = (value, {config, document}, wanted, lineEnding) =>
  spliceBy(value, document, lineEnding, (draft, map) =>
    spliceMap(draft, map, config, wanted, true)
  )

/** Write a flow map anew, unless comments or unread keys would be lost. */
const rewriteFlow: Change = (value, {config, document}, wanted, lineEnding) =>
  spliceBy(value, document, lineEnding, (draft, map) => {
    const [start, end] = map.range
    const read = Object.keys(config).length === map.items.length
    if (map.flow && read && !value.slice(start, end).includes('#')) {
      replaceFlow(draft, map, wanted)
    }
  })

/** Write the config below text without keys, such as comments. */
const append: Change = (value, {document}, wanted, lineEnding) =>
  document.contents
    ? undefined
    : endLine(value, lineEnding) + writeConfig(wanted, lineEnding)

/** Keep every line as a comment, and write the config below. */
const comment: Change = (value, _, wanted, lineEnding) => {
  const lines = value.replace(uncommented, '$1# ')
  return endLine(lines, lineEnding) + writeConfig(wanted, lineEnding)
}

/** The ways to change text, from the one that keeps most of it on. */
const changes = [spliceFine, spliceWhole, rewriteFlow, append, comment]

function spliceBy(
  value: string,
  document: Frontmatter['document'],
  lineEnding: string,
  splice: (draft: Draft, map: YAMLMap.Parsed) => void
): string | undefined {
  const map = document.contents
  if (!isMap(map)) return
  const draft: Draft = {value: toLf(value), lineEnding, splices: []}
  splice(draft, map)
  const result = apply(value, draft.splices)
  // A map without pairs says nothing; the caller takes the fences away.
  const isEmpty = /^(?:\{\s*\})?$/.test(result.trim())
  return isEmpty ? '' : endLine(result, lineEnding)
}

/** Make changes; of two that overlap the later gives way. */
function apply(value: string, splices: Array<Splice>): string {
  const pieces: Array<string> = []
  let offset = 0
  for (const {start, end, content} of splices.sort(byStart)) {
    pieces.push(value.slice(offset, Math.max(offset, start)), content)
    offset = Math.max(offset, end)
  }
  return pieces.join('') + value.slice(offset)
}

function byStart(left: Splice, right: Splice): number {
  return left.start - right.start
}

function endLine(value: string, lineEnding: string): string {
  return value === '' || /[\r\n]$/.test(value) ? value : value + lineEnding
}
