// ChatGPT MD 3.1, re-implemented plainly: a note goes in, the messages that it
// would send come out. It knows no code, no indentation, and no escapes.

const delimiter = '<hr class="__chatgpt_plugin">'
const roleMarker = 'role::'
const commentBegin = '=begin-chatgpt-md-comment'
const commentEnd = '=end-chatgpt-md-comment'

/** Roles that ChatGPT MD looks for, in the order in which it does. */
const roles = ['user', 'assistant', 'developer']

/** A message as ChatGPT MD sends it. */
export interface PluginMessage {
  role: string
  content: string
}

/** Read the messages of a note, or `null` where ChatGPT MD fails. */
export function readAsPlugin(value: string): Array<PluginMessage> | null {
  const body = withoutFrontmatter(value)
  if (body === '') return []
  const messages = body.split(delimiter).map(readMessage)
  return messages.some(({role}) => role === undefined)
    ? null
    : (messages as Array<PluginMessage>)
}

/** Take off frontmatter: after blank lines, just the line that opens it. */
function withoutFrontmatter(value: string): string {
  if (!value.trim().startsWith('---')) return value
  const lines = value.split('\n')
  const close = lines.findIndex(
    (line, index) => index > 0 && line.trim() === '---'
  )
  if (close === -1) return value
  return lines
    .slice(close + 1)
    .join('\n')
    .trim()
}

/** Read the text between two delimiters; without a role if it has none. */
function readMessage(part: string): {
  role: string | undefined
  content: string
} {
  const text = withoutComment(part)
  const [, afterMarker] = text.split(roleMarker)
  if (afterMarker === undefined) return {role: 'user', content: text}
  const [header = '', ...content] = afterMarker.split('\n')
  return {
    role: roles.find(role => header.toLowerCase().includes(role)),
    content: content.join('\n').trim()
  }
}

/** Take off the first comment block that closes. */
function withoutComment(text: string): string {
  const begin = text.indexOf(commentBegin)
  const end = begin === -1 ? -1 : text.indexOf(commentEnd, begin)
  return end === -1
    ? text
    : text.slice(0, begin) + text.slice(end + commentEnd.length)
}

/**
 * Split a note as ChatGPT MD does: at each delimiter after the frontmatter,
 * wherever it stands.
 */
export function splitAsPlugin(value: string): Array<string> {
  const lines = value.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const close = lines.findIndex((line, index) => index > 0 && isFence(line))
  const start = isFence(lines[0] ?? '') && close !== -1 ? close + 1 : 0
  return lines.slice(start).join('\n').split(delimiter)
}

/** Count the delimiters in a text, on lines of their own or not. */
export function countDelimiters(value: string): number {
  return value.split(delimiter).length - 1
}

/** Whether a line is a delimiter. */
export function isDelimiter(line: string): boolean {
  return line.trim() === delimiter
}

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line)
}
