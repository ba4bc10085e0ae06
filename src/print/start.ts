import type {Dialect} from '../dialects/dialect.ts'
import {editFrontmatter} from '../frontmatter/edit.ts'
import {scan} from '../scan/scan.ts'
import {frontmatterFence} from '../text/frontmatter.ts'
import type {ChatConfig} from '../tree.ts'

/** Parts of the start of a note. */
interface Start {
  /** Byte order mark. */
  mark: string
  /** Text up to the YAML. */
  before: string
  yaml: string
  /** Text after it, up to the end of its fence. */
  after: string
  /** Blank lines between that and the first turn. */
  blank: string
}

/**
 * Write the start of a note so that it reads as `config`: the parts that do so
 * already stay as they are, byte for byte.
 *
 * @throws {TypeError} If frontmatter cannot hold `config`.
 */
export function writeStart(
  start: string,
  config: ChatConfig,
  lineEnding: string,
  dialect: Dialect
): string {
  const parts = readStart(start, dialect)
  const {mark, before, after, blank} = parts
  const yaml = editFrontmatter(parts.yaml, config, dialect.keys, lineEnding)
  if (yaml === parts.yaml) return joinStart(parts)
  if (yaml === '') return mark
  if (before !== mark) return before + yaml + after + blank
  const fence = frontmatterFence + lineEnding
  return mark + fence + yaml + fence + (blank || lineEnding)
}

/** Write the start of a note whose config is the one that it has. */
export function keepStart(start: string, dialect: Dialect): string {
  return joinStart(readStart(start, dialect))
}

function readStart(start: string, dialect: Dialect): Start {
  const {from, frontmatter, turns} = scan(start, dialect)
  const {yamlStart = from, yamlEnd = from, end = from} = frontmatter ?? {}
  return {
    mark: start.slice(0, from),
    before: start.slice(0, yamlStart),
    yaml: start.slice(yamlStart, yamlEnd),
    after: start.slice(yamlEnd, end),
    // Text that would be read as a turn is no start of a note.
    blank: turns.length === 0 ? start.slice(end) : ''
  }
}

function joinStart({before, yaml, after, blank}: Start): string {
  return before + yaml + after + blank
}
