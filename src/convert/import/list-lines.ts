import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'

/** A line of a log. */
export interface Line {
  /** Its value. */
  value: Record<string, unknown>
  /** Its index. */
  index: number
}

/**
 * List the lines of a log, without those that are no objects.
 *
 * @throws {TypeError} If the value is no list.
 */
export function listLines(
  value: unknown,
  what: string,
  options: Readonly<LossOptions>
): Array<Line> {
  if (!Array.isArray(value)) {
    throw new TypeError(`Expected a list of lines as ${what}`)
  }
  return value.flatMap((line: unknown, index) => {
    if (isPlainObject(line)) return [{value: line, index}]
    const reason = `Cannot read a line of ${what}: it is no object`
    lose(options, 'unknown-part', [index], reason)
    return []
  })
}
