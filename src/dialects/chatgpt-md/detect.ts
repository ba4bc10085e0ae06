import {isMap} from 'yaml'
import type {Detection, Evidence} from '../dialect.ts'
import type {ReadNote} from '../note.ts'
import {knownRoles} from './grammar.ts'
import {delimiterOf, headerOf} from './read.ts'

/** Keys of the frontmatter that only chats have. */
const chatKeys = [
  'system_commands',
  'max_tokens',
  'top_p',
  'presence_penalty',
  'frequency_penalty'
]

/**
 * Say how sure it is that a note is a chat: a header with a known role is
 * enough, while a delimiter alone may be a rule, and settings another tool’s.
 */
export function detect(note: ReadNote): Detection {
  const evidence: Array<Evidence> = []
  let confidence = 0
  const add = (sure: number, start: number, end: number, reason: string) => {
    confidence = Math.max(confidence, sure)
    evidence.push({start, end, reason})
  }
  for (const {boundary} of note.turns) {
    const header = headerOf(boundary)
    const delimiter = delimiterOf(boundary)
    if (header && isKnown(header.role)) {
      const {start, end, role} = header
      add(delimiter ? 0.99 : 0.95, start, end, `Header of \`${role}\``)
    } else if (delimiter) {
      add(0.6, delimiter.start, delimiter.end, 'Delimiter')
    }
  }
  const place = findSettings(note)
  if (place) {
    const [start, end] = place
    const {yamlStart} = note
    add(0.7, yamlStart + start, yamlStart + end, 'Settings of a chat')
  }
  return {dialect: 'chatgpt-md', confidence, evidence}
}

function isKnown(role: string): boolean {
  return (knownRoles as ReadonlyArray<string>).includes(role)
}

/** Find a key that only chats have, or a model with a temperature. */
function findSettings({
  document: {contents},
  config
}: ReadNote): [number, number] | undefined {
  if (!isMap(contents)) return undefined
  const {model, temperature} = config
  const isModel = typeof model === 'string' && typeof temperature === 'number'
  for (const {key} of contents.items) {
    const name = String(key)
    if (chatKeys.includes(name) || (isModel && name === 'model')) {
      return [key.range[0], key.range[1]]
    }
  }
  return undefined
}
