import type {ReadNote} from '../../note.ts'
import type {FindFix} from './with-fixes.ts'

/** Take out the blank lines before the frontmatter. */
export function fixMisplacedFrontmatter({from}: ReadNote): FindFix {
  return ({start}) => ({
    edits: [{offset: from, length: start - from, content: ''}],
    safe: false
  })
}
