import {keySchemas} from '../../src/dialects/chatgpt-md/config.ts'
import * as edit from '../../src/frontmatter/edit.ts'
import * as read from '../../src/frontmatter/read.ts'
import type {Report} from '../../src/problem.ts'
import type {ChatConfig} from '../../src/tree.ts'

/** Read YAML text as frontmatter of a note of ChatGPT MD. */
export function readFrontmatter(
  value: string,
  report?: Report
): read.Frontmatter {
  return read.readFrontmatter(value, keySchemas, report)
}

/** Change YAML text to frontmatter of a note of ChatGPT MD. */
export function editFrontmatter(
  value: string,
  config: ChatConfig,
  lineEnding: string
): string {
  return edit.editFrontmatter(value, config, keySchemas, lineEnding)
}
