import {hideSecrets} from './secrets.ts'

/** How much of a text is looked at: more than a secret is long. */
const maxLook = 600

/** Length of the longest text that a reason repeats. */
const maxActual = 60

/** Put text on one line and cut it where it is too long to read. */
export function shorten(value: string): string {
  const line = toLine(value)
  return line.length > maxActual ? `${line.slice(0, maxActual)}…` : line
}

/**
 * Put text on one line, without secrets: they are hidden before text is cut,
 * as half of one looks like none.
 */
export function toLine(value: string): string {
  return hideSecrets(value.slice(0, maxLook)).replace(/[\s\u0085]+/g, ' ')
}
