// Pieces are safe one by one but not in every order: code that one turn leaves
// open may hide the boundary of the next, or end code that quotes a chat. So
// what was joined is scanned and compared with what was meant, and the pieces
// that are read otherwise are written in a safer way.

import type {Dialect} from '../dialects/dialect.ts'
import type {TurnSpan} from '../dialects/note.ts'
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
  for (const turn of turns) {
    while (startOf(places, index) < turn.start) {
      misreadings.push({index: index++, part: 'unseen'})
    }
    const place = places[index]
    if (place?.open === turn.start) {
      const end = Math.min(startOf(places, index + 1), value.length)
      const piece = pieces[index] as Piece
      const part =
        compareOpen(turn, piece, place, dialect) ??
        // A turn of another length has lost or won a boundary, reported as such.
        (turn.end === end
          ? compareBody(readBody(value, turn, piece, place), piece, dialect)
          : undefined)
      if (part) misreadings.push({index, part})
      index++
    } else {
      const last = places[index - 1] as Place
      const part = turn.start < last.body ? 'open' : 'body'
      misreadings.push({index: index - 1, part})
    }
  }
  while (index < places.length) {
    misreadings.push({index: index++, part: 'unseen'})
  }
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

function readBody(
  value: string,
  {bodyStart, bodyEnd}: TurnSpan,
  {body}: Piece,
  place: Place
): string {
  const isWhole =
    bodyStart === place.body && bodyEnd === place.body + body.length
  // Note: what was put there is there, so characters need not be compared.
  return isWhole ? body : value.slice(bodyStart, bodyEnd)
}

function compareBody(
  body: string,
  piece: Piece,
  {decode}: Dialect
): 'body' | undefined {
  return body === piece.value || decode(body) === piece.value
    ? undefined
    : 'body'
}

/**
 * Write misread pieces in a safer way. A boundary that is not seen stays if the
 * one before it is misread too, since it may be seen then.
 */
export function repair(
  misreadings: ReadonlyArray<Misreading>,
  pieces: ReadonlyArray<Piece>,
  stylist: Stylist
): void {
  const {dialect} = stylist
  let last = -2
  for (const {index, part} of misreadings) {
    const piece = pieces[index] as Piece
    const style = findStyle(stylist, index)
    const {open, turn, value} = piece
    if (part === 'body') piece.body = dialect.encode(value)
    if (part === 'unseen' && last !== index - 1) {
      piece.open = strengthenOpen(open, turn, dialect, style)
    }
    // A first turn may have no boundary; any other that is none cannot stay.
    const isNone = open !== '' && !readOpen(open, dialect)
    if (part === 'open' || (part === 'body' && isNone)) {
      piece.open = rewriteOpen(open, turn, dialect, style)
    }
    last = index
  }
}

/** Write every piece so that it is read as it is meant wherever it stands. */
export function makeSafe(pieces: ReadonlyArray<Piece>, stylist: Stylist): void {
  const {dialect} = stylist
  pieces.forEach((piece, index) => {
    const style = findStyle(stylist, index)
    piece.open = hardenOpen(piece.open, piece.turn, dialect, style)
    piece.body = dialect.encode(piece.value)
  })
}
