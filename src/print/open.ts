import type {Boundary} from '../dialects/boundary.ts'
import type {Dialect, Style} from '../dialects/dialect.ts'
import {scanTurns} from '../scan/scan.ts'
import type {Turn} from '../tree.ts'
import {equalData} from '../yaml/equal-data.ts'

/** Read raw characters that should be nothing but the boundary of a turn. */
export function readOpen(open: string, dialect: Dialect): Boundary | undefined {
  const turns = scanTurns(open, 0, dialect)
  const [turn] = turns
  const whole = turns.length === 1 && turn?.start === 0
  return whole && turn.bodyStart === turn.bodyEnd ? turn.boundary : undefined
}

/** Whether a boundary has the data of a turn; none is that of the first turn. */
export function isOf(
  boundary: Boundary | undefined,
  turn: Turn,
  dialect: Dialect
): boolean {
  const {role, model, meta} = boundary?.speaker ?? {role: dialect.firstRole}
  return (
    role === turn.role &&
    model === turn.model &&
    (meta === undefined) === (turn.meta === undefined) &&
    equalData(meta, turn.meta)
  )
}

/** Change a boundary so that it opens a turn, or write a new one. */
export function rewriteOpen(
  open: string,
  turn: Turn,
  dialect: Dialect,
  style: Style
): string {
  const boundary = readOpen(open, dialect)
  const changed =
    boundary && dialect.changeBoundary(open, boundary, turn, style)
  const read = changed === undefined ? undefined : readOpen(changed, dialect)
  return changed !== undefined && read && isOf(read, turn, dialect)
    ? changed
    : dialect.writeBoundary(turn, style)
}

/** Write a boundary so that it is seen in more places, or write a new one. */
export function strengthenOpen(
  open: string,
  turn: Turn,
  dialect: Dialect,
  style: Style
): string {
  const boundary = readOpen(open, dialect)
  const isOwn = boundary && isOf(boundary, turn, dialect)
  return (
    (isOwn ? dialect.strengthen(open, boundary, style) : undefined) ??
    dialect.writeBoundary(turn, style)
  )
}

/** Write a boundary so that it is seen wherever it stands. */
export function hardenOpen(
  open: string,
  turn: Turn,
  dialect: Dialect,
  style: Style
): string {
  let hard = rewriteOpen(open, turn, dialect, style)
  let boundary = readOpen(hard, dialect)
  while (boundary) {
    const stronger = dialect.strengthen(hard, boundary, style)
    if (stronger === undefined) break
    hard = stronger
    boundary = readOpen(hard, dialect)
  }
  return hard
}
