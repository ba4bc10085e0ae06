import {assertType} from './assert-type.ts'
import {defaultDialect} from './default-dialect.ts'
import type {Detection, Dialect} from './dialects/dialect.ts'
import {readNote} from './read-note.ts'

/**
 * Say whether a text is a chat, and of which dialect: the surest first, none if
 * nothing in it shows a chat.
 *
 * A confidence of 0.9 or more is enough to choose without asking.
 *
 * @throws {TypeError}
 *   If `value` is no string, or `dialects` no list of dialects.
 */
export function detect(
  value: string,
  dialects: ReadonlyArray<Dialect> = [defaultDialect]
): Array<Detection> {
  assertType('value', value, 'a string')
  assertType('dialects', dialects, 'a list')
  for (const [index, dialect] of dialects.entries()) {
    assertType(`dialects[${index}]`, dialect, 'a dialect')
  }
  return dialects
    .map(dialect => dialect.detect(readNote(value, dialect)))
    .filter(({confidence}) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
}
