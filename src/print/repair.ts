// Pieces are safe one by one but not in every order: code that one turn leaves
// open may hide the boundary of the next, or end code that quotes a chat. So
// what was joined is scanned and compared with what was meant, and the pieces
// that are read otherwise are written in a safer way.

import type {Dialect} from '../dialects/dialect.ts'
import type {TurnSpan} from '../dialects/note.ts'
import {scanTurns} from '../scan/scan.ts'
import {
  hardenOpen,
  isOf,
  readOpen,
  rewriteOpen,
  strengthenOpen
} from './open.ts'
import type {Joined, Piece, Place} from './pieces.ts'
import {findStyle, type Stylist} from './style.ts'

/** A piece that is read otherwise than it was meant. */
export interface Misreading {
  index: number
  /** `unseen`: no turn starts there; else the part that is read otherwise. */
  part: 'unseen' | 'open' | 'body'
}

/** Compare the turns that are read from a note with the pieces it is made of. */
export function findMisreadings(
  turns: ReadonlyArray<TurnSpan>,
  {value, places}: Joined,
  pieces: ReadonlyArray<Piece>,
  dialect: Dialect
): Array<Misreading> {
  const misreadings: Array<Misreading> = []
  let index = 0
  // After a misreading, up to the next boundary that is read where it was put,
  // all else that is read otherwise may be right once that one is.
  let isLost = false
  const add = (index: number, part: Misreading['part'] | undefined) => {
    if (part && !isLost) misreadings.push({index, part})
    isLost ||= part !== undefined
  }
  for (const turn of turns) {
    while (startOf(places, index) < turn.start) add(index++, 'unseen')
    const place = places[index]
    if (place?.open === turn.start) {
      const end = Math.min(startOf(places, index + 1), value.length)
      const piece = pieces[index] as Piece
      isLost = false
      add(
        index++,
        compareOpen(turn, piece, place, dialect) ??
          // A turn of another length has lost or won a boundary, reported as such.
          (turn.end === end
            ? compareBody(value, turn, piece, place, dialect)
            : undefined)
      )
    } else {
      const last = places[index - 1] as Place
      add(index - 1, turn.start < last.body ? 'open' : 'body')
    }
  }
  while (index < places.length) add(index++, 'unseen')
  return misreadings
}

function startOf(places: ReadonlyArray<Place>, index: number): number {
  return places[index]?.open ?? Infinity
}

function compareOpen(
  {boundary}: TurnSpan,
  {turn}: Piece,
  place: Place,
  dialect: Dialect
): 'open' | undefined {
  const isSame =
    isOf(boundary, turn, dialect) &&
    // Else a delimiter without a header took one that is not its own.
    !(boundary && boundary.end > place.body)
  return isSame ? undefined : 'open'
}

function compareBody(
  value: string,
  {bodyStart, bodyEnd}: TurnSpan,
  piece: Piece,
  place: Place,
  {decode}: Dialect
): 'body' | undefined {
  const isWhole =
    bodyStart === place.body && bodyEnd === place.body + piece.body.length
  // Note: the body says the right thing, so a whole one need not be decoded.
  return isWhole || decode(value.slice(bodyStart, bodyEnd)) === piece.value
    ? undefined
    : 'body'
}

/**
 * Write misread pieces in a safer way. Where a piece is as it was and so is the
 * one before it, text after it is why it is read otherwise: then the boundary of
 * the next piece that changed is made to keep that text apart, if it can be.
 */
export function repair(
  misreadings: ReadonlyArray<Misreading>,
  pieces: ReadonlyArray<Piece>,
  stylist: Stylist
): void {
  let next = 0
  let shield = -1
  for (const misreading of misreadings) {
    next = findChanged(pieces, Math.max(next, misreading.index + 1))
    const isLater = isOfLater(misreading, pieces, stylist.dialect)
    if (isLater && next !== shield && strengthenAt(next, pieces, stylist)) {
      shield = next
    }
    if (!isLater || next !== shield) rewrite(misreading, pieces, stylist)
  }
}

/** Find the first piece from `index` on that is not as it was. */
function findChanged(pieces: ReadonlyArray<Piece>, index: number): number {
  let next = index
  while (next < pieces.length && !isChanged(pieces[next])) next++
  return next
}

function isChanged(piece: Piece | undefined): boolean {
  const raw = piece?.turn.raw
  return (
    raw?.open !== piece?.open ||
    raw?.body !== piece?.body ||
    raw?.close !== piece?.close
  )
}

/** Whether later text is why a piece is read otherwise than it was. */
function isOfLater(
  {index, part}: Misreading,
  pieces: ReadonlyArray<Piece>,
  dialect: Dialect
): boolean {
  const piece = pieces[index] as Piece
  if (part === 'open' || isChanged(piece)) return false
  if (part === 'body') return true
  return (
    !isChanged(pieces[index - 1]) && readOpen(piece.open, dialect) !== undefined
  )
}

/** Strengthen a boundary, if there is one and it can be. */
function strengthenAt(
  index: number,
  pieces: ReadonlyArray<Piece>,
  stylist: Stylist
): boolean {
  const {dialect} = stylist
  const piece = pieces[index]
  if (!piece) return false
  const boundary = readOpen(piece.open, dialect)
  const stronger =
    boundary &&
    dialect.strengthen(piece.open, boundary, findStyle(stylist, index))
  if (stronger === undefined) return false
  piece.open = stronger
  return true
}

function rewrite(
  {index, part}: Misreading,
  pieces: ReadonlyArray<Piece>,
  stylist: Stylist
): void {
  const {dialect} = stylist
  const piece = pieces[index] as Piece
  const style = findStyle(stylist, index)
  const {open, body, turn, value} = piece
  if (part === 'unseen') {
    piece.open = strengthenOpen(open, turn, dialect, style)
    return
  }
  // A first turn may have no boundary; any other that is none cannot stay.
  if (part === 'open' || (open !== '' && !readOpen(open, dialect))) {
    piece.open = rewriteOpen(open, turn, dialect, style)
  }
  if (part === 'open') return
  piece.body = dialect.encode(value)
  // A fence at its end can be read as one around the delimiter that follows.
  if (piece.body === body) strengthenAt(index + 1, pieces, stylist)
}

/**
 * Write every piece so that it is read as it is meant wherever it stands: with
 * hard boundaries a turn is read as it would be alone.
 *
 * Note: a first turn that has no boundary by now needs none.
 */
export function makeSafe(pieces: ReadonlyArray<Piece>, stylist: Stylist): void {
  const {dialect} = stylist
  pieces.forEach((piece, index) => {
    const {turn, open, body, value} = piece
    const style = findStyle(stylist, index)
    if (open !== '') piece.open = hardenOpen(open, turn, dialect, style)
    const isSplit = scanTurns(body, 0, dialect).some(turn => turn.boundary)
    if (isSplit) piece.body = dialect.encode(value)
  })
}
