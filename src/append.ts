import {assertOptions} from './assert-options.ts'
import {assertType} from './assert-type.ts'
import {defaultDialect} from './default-dialect.ts'
import type {Dialect} from './dialects/dialect.ts'
import {parse} from './parse.ts'
import {hardenOpen} from './print/open.ts'
import {createPieces, joinPieces, type Piece} from './print/pieces.ts'
import {createStylist, findStyle} from './print/style.ts'
import {assertTurn} from './print/validate.ts'
import {forEachLine} from './scan/lines.ts'
import {addLine, addText, createReader, isIdle, readAll} from './scan/reader.ts'
import {scanStart} from './scan/scan.ts'
import {fenceEnd} from './text/frontmatter.ts'
import type {ChatRaw, DialectOptions, Turn} from './tree.ts'

/**
 * Write content so that no part of it is read as structure, as `stringify` does.
 *
 * It can be written line by line: the text of two lines is that of the first
 * and then that of the second.
 *
 * @throws {TypeError} If `value` is no string, or an option not of its type.
 */
export function escapeContent(
  value: string,
  options?: Readonly<DialectOptions> | null
): string {
  assertType('value', value, 'a string')
  assertOptions(options)
  return (options?.dialect ?? defaultDialect).encode(value)
}

/**
 * Give the text to append to `source` so that it has one more turn, and all
 * that is there stays as it is and is read as before, whatever either holds.
 *
 * An answer that is not there yet can follow: append a turn whose `value` is
 * `''`, then its content with `escapeContent`, in whole lines.
 *
 * @throws {TypeError}
 *   If the dialect cannot hold the turn, or `source` starts with frontmatter
 *   that never closes: text that is appended could close it.
 */
export function appendTurn(
  source: string,
  turn: Turn,
  options?: Readonly<DialectOptions> | null
): string {
  assertType('source', source, 'a string')
  assertTurn(turn, 'turn')
  assertOptions(options)
  const dialect = options?.dialect ?? defaultDialect
  const {from, frontmatter, contentStart} = scanStart(source)
  if (!frontmatter && fenceEnd(source, from) !== -1) {
    throw new TypeError('Cannot append after frontmatter that never closes')
  }
  const chat = parse(source, {position: false, dialect})
  // Never `undefined`: it is parsed.
  const raw = chat.raw as ChatRaw
  const {raw: _, ...added} = turn
  chat.children.push(added)
  const stylist = createStylist(chat, dialect)
  const pieces = createPieces(chat, stylist)
  const index = pieces.length - 1
  const last = pieces[index] as Piece
  // Later text could close code that is open, and hide a boundary in it.
  if (isOpen(source, contentStart, dialect)) {
    last.open = hardenOpen(last.open, added, dialect, findStyle(stylist, index))
  }
  const {value} = joinPieces(raw.start, pieces, stylist)
  return value.slice(source.length)
}

/** Whether later lines can change how the last lines are read. */
function isOpen(value: string, from: number, dialect: Dialect): boolean {
  const reader = createReader(dialect)
  forEachLine(value, from, dialect, {
    takeLine: line => addLine(reader, line),
    takeText: () => addText(reader),
    canPassCode: () => isIdle(reader)
  })
  readAll(reader, () => {})
  const next = reader.last.next?.line
  return reader.open !== undefined || next?.kind === 'fence'
}
