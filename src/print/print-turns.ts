import {scanStart, scanTurns} from '../scan/scan.ts'
import type {Chat} from '../tree.ts'
import {createPieces, joinPieces} from './pieces.ts'
import {findMisreadings, makeSafe, repair} from './repair.ts'
import type {Stylist} from './style.ts'

/** How often misread pieces are written anew before all are made safe. */
const repairs = 8

/** Print the turns of a chat after the start of its note, so that all are read. */
export function printTurns(
  chat: Chat,
  start: string,
  stylist: Stylist
): string {
  const {dialect} = stylist
  const pieces = createPieces(chat, stylist)
  for (let pass = 0; pass < repairs; pass++) {
    const joined = joinPieces(start, pieces, stylist)
    const {contentStart} = scanStart(joined.value)
    const turns = scanTurns(joined.value, contentStart, dialect)
    const misreadings = findMisreadings(turns, joined, pieces, dialect)
    if (misreadings.length === 0) return joined.value
    repair(misreadings, pieces, stylist)
  }
  makeSafe(pieces, stylist)
  return joinPieces(start, pieces, stylist).value
}
