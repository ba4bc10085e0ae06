// A chat as the pieces it is printed from: raw strings where they are there,
// new ones elsewhere, joined so that each boundary starts a line. Whether a
// note made of them says what the tree says is for `repair.ts` to find out.

import type {Dialect} from '../dialects/dialect.ts'
import {frontmatterFence} from '../text/frontmatter.ts'
import {
  byteOrderMark,
  countLineEndings,
  isLineEnding,
  trimEnd
} from '../text/line.ts'
import {trimContent} from '../text/trim-content.ts'
import type {Chat, Turn} from '../tree.ts'
import {findStyle, type Stylist} from './style.ts'

/** Text of one turn. */
export interface Piece {
  turn: Turn
  /** Content that must be read back: `body`, decoded. */
  value: string
  open: string
  body: string
  close: string
}

/** Choose the pieces of all turns. */
export function createPieces(chat: Chat, stylist: Stylist): Array<Piece> {
  const {dialect} = stylist
  return chat.children.map((turn, index) => {
    const value = trimContent(turn.value)
    const {raw} = turn
    const keep = raw !== undefined && dialect.decode(raw.body) === value
    const isBare =
      index === 0 &&
      (raw === undefined || raw.open === '') &&
      (keep || canBeBare(turn, value, chat, dialect))
    return {
      turn,
      value,
      open:
        // Note: only a first turn can be without a boundary.
        isBare || raw?.open
          ? (raw?.open ?? '')
          : dialect.writeBoundary(turn, findStyle(stylist, index)),
      body: keep ? raw.body : dialect.encode(value),
      close: raw && isBlank(raw.close) ? raw.close : ''
    }
  })
}

/** Whether a turn may stand without a boundary where it is the first. */
function canBeBare(
  {role, model, meta}: Turn,
  value: string,
  {config}: Chat,
  {firstRole}: Dialect
): boolean {
  const isFirst =
    role === firstRole && model === undefined && meta === undefined
  // Note: even a longer line is taken for frontmatter by some.
  const isTop = Object.keys(config).length === 0
  const isFence = isTop && value.trimStart().startsWith(frontmatterFence)
  // Note: at the start of a file it would say how that is encoded.
  const isMark = value.startsWith(byteOrderMark)
  return isFirst && value !== '' && !isFence && !isMark
}

function isBlank(value: string): boolean {
  return trimEnd(value, 0, value.length) === 0
}

/** A note made of pieces. */
export interface Joined {
  value: string
  /** For each piece, where it is. */
  places: Array<Place>
}

/** Offsets of the boundary and the body of a piece. */
export interface Place {
  open: number
  body: number
}

/** Join a note, with the line endings added that pieces need between them. */
export function joinPieces(
  start: string,
  pieces: ReadonlyArray<Piece>,
  stylist: Stylist
): Joined {
  let value = start
  const places: Array<Place> = []
  if (pieces[0]) value += startGap(start, pieces[0], stylist)
  pieces.forEach((piece, index) => {
    const open = value.length
    value += piece.open
    value += openGap(piece, stylist, index)
    places.push({open, body: value.length})
    value += piece.body
    value += piece.close
    value += closeGap(piece, pieces[index + 1], stylist, index)
  })
  return {value, places}
}

/** Text that is missing between the start of a note and its first turn. */
function startGap(start: string, first: Piece, stylist: Stylist): string {
  if (start === '' || start === byteOrderMark) return ''
  if (first.turn.raw && endsLine(start)) return ''
  const {lineEnding} = findStyle(stylist, 0)
  return gap(start, 2, lineEnding)
}

/** Text that is missing between a boundary and the content. */
function openGap(
  {turn, open, body}: Piece,
  stylist: Stylist,
  index: number
): string {
  if (open === '' || body === '') return ''
  const filled = turn.raw?.body === ''
  if (!filled && endsLine(open)) return ''
  const {after, lineEnding} = findStyle(stylist, index)
  return gap(open, after, lineEnding)
}

/** Text that is missing between a turn and the next, or the end of the note. */
function closeGap(
  {turn, open, body, close}: Piece,
  next: Piece | undefined,
  stylist: Stylist,
  index: number
): string {
  const text = body === '' ? open + close : close
  if (turn.raw && (!next || (next.turn.raw && endsLine(text)))) return ''
  const {before, lineEnding} = findStyle(stylist, index)
  if (next) return gap(text, before, lineEnding)
  return endsLine(text) ? '' : lineEnding
}

/** Line endings to add so that `before` ends in `least`, and ends a line. */
function gap(before: string, least: number, lineEnding: string): string {
  const space = before.slice(trimEnd(before, 0, before.length))
  const missing = least - countLineEndings(space)
  return lineEnding.repeat(Math.max(missing, endsLine(before) ? 0 : 1))
}

function endsLine(value: string): boolean {
  return isLineEnding(value.charCodeAt(value.length - 1))
}
