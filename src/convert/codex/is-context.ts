import type {Part} from '../message.ts'

/** How messages start that Codex writes in the name of a user. */
const starts = [
  '<environment_context>',
  '<user_instructions>',
  '<permissions instructions>',
  '# AGENTS.md instructions'
]

/** Whether a part is a text of Codex in the name of the user. */
export function isContext(part: Part): boolean {
  return (
    part.type === 'text' &&
    starts.some(start => part.text.trimStart().startsWith(start))
  )
}
