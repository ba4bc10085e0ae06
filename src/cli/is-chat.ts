import {defaultDialect} from '../default-dialect.ts'
import {detect} from '../detect.ts'
import {scanStart} from '../scan/scan.ts'

/** A text that the frontmatter of each chat without a turn holds. */
const settings = /system_commands|max_tokens|top_p|_penalty|temperature|\\/

/**
 * Whether a note is a chat.
 *
 * Note: most notes are none, and hold nothing that a chat must hold; these are
 * told without their YAML, which takes most of the time.
 */
export function isChat(value: string): boolean {
  return mayBeChat(value) && detect(value).length > 0
}

function mayBeChat(value: string): boolean {
  if (defaultDialect.needles.some(needle => value.includes(needle))) return true
  const {frontmatter} = scanStart(value)
  // Note: a backslash may spell a key otherwise.
  if (!frontmatter) return false
  return settings.test(value.slice(0, frontmatter.yamlEnd))
}
