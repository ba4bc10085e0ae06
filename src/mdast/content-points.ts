import type {Dialect} from '../dialects/dialect.ts'
import {countBefore} from '../text/count-before.ts'
import {createLines, toPoint} from '../text/point.ts'
import type {Turn} from '../tree.ts'
import {offsetOf} from './source.ts'
import type {MovePoint} from './walk.ts'

/**
 * Make a function that moves points of a turn’s content to their place in the
 * file; `undefined` if the turn has no place, or its content has changed.
 */
export function createMovePoint(
  turn: Pick<Turn, 'position' | 'raw' | 'value'>,
  dialect: Readonly<Dialect>
): MovePoint | undefined {
  const {position, raw, value} = turn
  const offset = position?.start.offset
  if (!raw || !position || offset === undefined) return undefined
  if (dialect.decode(raw.body) !== value) return undefined
  const {line} = toPoint(createLines(raw.open), raw.open.length)
  const first = {
    line: position.start.line + line - 1,
    // A body starts a line, be it the one on which the turn starts.
    column: line === 1 ? position.start.column + raw.open.length : 1,
    offset: offset + raw.open.length
  }
  const escapes = dialect.findEscapes(raw.body)
  return point => {
    const {line, column} = point
    const at = offsetOf(point)
    const before = countBelow(escapes, at)
    const inLine = before - countBelow(escapes, at - column + 1)
    return {
      line: line + first.line - 1,
      column: column + inLine + (line === 1 ? first.column - 1 : 0),
      offset: at + before + first.offset
    }
  }
}

function countBelow(numbers: ReadonlyArray<number>, limit: number): number {
  return countBefore(numbers.length, at => (numbers[at] as number) < limit)
}
