import {defaultDialect} from './default-dialect.ts'
import type {Detection, Dialect} from './dialects/dialect.ts'
import {readNote} from './read-note.ts'

/**
 * Say whether a text is a chat, and of which dialect: the surest first, none if
 * nothing in it shows a chat.
 *
 * A confidence of 0.9 or more is enough to choose without asking.
 */
export function detect(
  value: string,
  dialects: ReadonlyArray<Dialect> = [defaultDialect]
): Array<Detection> {
  return dialects
    .map(dialect => dialect.detect(readNote(value, dialect)))
    .filter(({confidence}) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
}
