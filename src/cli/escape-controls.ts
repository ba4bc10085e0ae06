/** Control characters, and those that reorder or break lines. */
const controls = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

/**
 * Show characters that would steer a terminal as escapes: file names and
 * notes come from anywhere, and a report must not be able to rewrite itself.
 */
export function escapeControls(value: string): string {
  return value.replace(controls, toEscape)
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
