import {defaultDialect} from '../default-dialect.ts'
import {detect} from '../detect.ts'
import {scanStart} from '../scan/scan.ts'

/** A text that the frontmatter of each chat without a turn holds. */
const settings = /system_commands|max_tokens|top_p|_penalty|temperature|\\/

/**
 * Whether a note is a chat, as `detect` says.
 *
 * Note: YAML takes most of the time of a note, so it is read only where neither
 * the turns nor the text of the frontmatter have decided yet.
 */
export function isChat(value: string): boolean {
  const {contentStart, frontmatter} = scanStart(value)
  if (hasNeedle(value, contentStart)) {
    // The line ending keeps the rest from being taken for frontmatter.
    if (isDetected(`\n${value.slice(contentStart)}`)) return true
  }
  if (!frontmatter) return false
  // Note: a backslash may spell a key otherwise.
  return settings.test(value.slice(0, contentStart)) && isDetected(value)
}

function hasNeedle(value: string, start: number): boolean {
  return defaultDialect.needles.some(
    needle => value.indexOf(needle, start) !== -1
  )
}

function isDetected(value: string): boolean {
  return detect(value).length > 0
}
