import stringWidth from 'string-width'

/**
 * Measure how many columns a text takes in a terminal.
 *
 * Note: most texts are ASCII, for which `stringWidth` takes a thousand times as
 * long.
 */
export function widthOf(value: string): number {
  return /^[ -~]*$/.test(value) ? value.length : stringWidth(value)
}
