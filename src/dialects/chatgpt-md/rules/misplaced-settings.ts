import {type Code, findCode, isInCode} from '../../../text/code.ts'
import {findAll} from '../../../text/find-all.ts'
import {
  type FrontmatterSpan,
  frontmatterFence,
  scanFrontmatter
} from '../../../text/frontmatter.ts'
import {isLineEnding, skipBlankLines, trimEnd} from '../../../text/line.ts'
import type {TurnSpan} from '../../note.ts'
import type {Rule} from '../../rule.ts'
import {keySchemas} from '../config.ts'
import {readKeys} from './settings.ts'

/** Keys that other tools have too, and so tell nothing. */
const common = new Set(['title', 'tags', 'url', 'user', 'model', 'agent'])

/**
 * Report settings inside a turn, where they are content: ChatGPT MD 1.0 put
 * them at the cursor.
 */
export const misplacedSettings: Rule<'misplaced-settings'> = {
  ruleId: 'misplaced-settings',
  severity: 'warning',
  find({value, turns, from, frontmatter}, report) {
    // At the start of a note it is `misplaced-frontmatter`.
    const start = skipBlankLines(value, from, value.length)
    const skipped = frontmatter ? -1 : start
    for (const turn of turns) {
      for (const block of findBlocks(value, turn)) {
        if (block.start === skipped) continue
        if (!isSettings(readKeys(value, block))) continue
        report({
          reason:
            'Unexpected settings in a turn, expected them in the frontmatter: here they set nothing, and are sent as text; move them to the start of the note',
          start: block.start,
          end: trimEnd(value, block.start, block.end)
        })
      }
    }
  }
}

function isSettings(keys: ReadonlyArray<string>): boolean {
  return (
    keys.every(key => keySchemas.has(key)) && keys.some(key => !common.has(key))
  )
}

/** Find the text between two rules, outside code. */
function findBlocks(
  value: string,
  {bodyStart, bodyEnd}: TurnSpan
): Array<FrontmatterSpan> {
  const blocks: Array<FrontmatterSpan> = []
  let code: Code | undefined
  for (const hit of findAll(value, frontmatterFence, bodyStart, bodyEnd)) {
    if (hit > bodyStart && !isLineEnding(value.charCodeAt(hit - 1))) continue
    const block = scanFrontmatter(value, hit)
    if (!block || block.yamlEnd >= bodyEnd) continue
    code ??= findCode(value, bodyStart, bodyEnd)
    if (!isInCode(code, hit)) blocks.push(block)
  }
  return blocks
}
