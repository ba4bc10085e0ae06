import {editFrontmatter} from '../frontmatter/edit.ts'
import type {ChatConfig} from '../frontmatter/schema.ts'
import {frontmatterFence} from '../scan/frontmatter.ts'
import {scan} from '../scan/scan.ts'

/**
 * Write the start of a note so that it says `config`: what says so already
 * stays as it is, byte for byte.
 *
 * @throws {TypeError} If frontmatter cannot hold `config`.
 */
export function writeStart(
  start: string,
  config: ChatConfig,
  lineEnding: string
): string {
  const {from, frontmatter, turns} = scan(start)
  const {yamlStart = 0, yamlEnd = 0, end = from} = frontmatter ?? {}
  const old = start.slice(yamlStart, yamlEnd)
  // What would be read as a turn is no start of a note.
  const blank = turns.length === 0 ? start.slice(end) : ''
  const mark = start.slice(0, from)
  const yaml = editFrontmatter(old, config, lineEnding)
  if (yaml === old) return start.slice(0, end) + blank
  if (yaml === '') return mark
  if (frontmatter) {
    return start.slice(0, yamlStart) + yaml + start.slice(yamlEnd, end) + blank
  }
  const fence = frontmatterFence + lineEnding
  return mark + fence + yaml + fence + (blank || lineEnding)
}
