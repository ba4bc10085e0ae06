import type {Dialect} from '../dialects/dialect.ts'
import {editFrontmatter} from '../frontmatter/edit.ts'
import {scan} from '../scan/scan.ts'
import {frontmatterFence} from '../text/frontmatter.ts'
import type {ChatConfig} from '../tree.ts'

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
  const {from, frontmatter, turns} = scan(start, dialect)
  const {yamlStart = 0, yamlEnd = 0, end = from} = frontmatter ?? {}
  const old = start.slice(yamlStart, yamlEnd)
  // Text that would be read as a turn is no start of a note.
  const blank = turns.length === 0 ? start.slice(end) : ''
  const mark = start.slice(0, from)
  const yaml = editFrontmatter(old, config, dialect.keys, lineEnding)
  if (yaml === old) return start.slice(0, end) + blank
  if (yaml === '') return mark
  if (frontmatter) {
    return start.slice(0, yamlStart) + yaml + start.slice(yamlEnd, end) + blank
  }
  const fence = frontmatterFence + lineEnding
  return mark + fence + yaml + fence + (blank || lineEnding)
}
