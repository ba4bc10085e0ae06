// Two texts go in, the differences come out, as small as can be told in time
// that grows with the texts: by lines and words; where there are too many
// differences for that turn by turn, and then line by line.

import {diffArrays} from 'diff/lib/diff/array.js'
import {assertOptions} from './assert-options.ts'
import {assertType} from './assert-type.ts'
import {defaultDialect} from './default-dialect.ts'
import type {Dialect} from './dialects/dialect.ts'
import type {TextEdit} from './edit.ts'
import {scan} from './scan/scan.ts'
import {stringify} from './stringify.ts'
import type {Chat, DialectOptions} from './tree.ts'

const lines = /[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+/g
const words = /\r\n|[\p{L}\p{M}\p{N}_]+|[\s\S]/gu

/** Differences to look for: the time it takes grows with their square. */
const many = 1000

/** The same for each turn or line, where there are more in all. */
const few = 200

/**
 * Find what to change in `source`, the note that `chat` was parsed from, so that
 * it is `stringify(chat, options)`, or the note that `chat` is already if it is a
 * string: as little as can be told by lines and words, in order, without overlap.
 * None splits a surrogate pair or CRLF.
 *
 * Where more than 1,000 lines differ, turns are compared one by one, and of a
 * turn with more than 200 such lines, the lines.
 *
 * The edits are those of an editor: the offsets are in `source`, so apply them
 * all at once, or from the last to the first.
 *
 * @throws {TypeError} If `stringify` does, or `source` is no string.
 */
export function edits(
  source: string,
  chat: Chat | string,
  options?: Readonly<DialectOptions> | null
): Array<TextEdit> {
  assertType('source', source, 'a string')
  assertOptions(options)
  const target = typeof chat === 'string' ? chat : stringify(chat, options)
  const found = compare(source, target, 0, [lines, words], many)
  const dialect = options?.dialect ?? defaultDialect
  return found ?? compareByTurns(source, target, dialect)
}

/** Compare grain by grain; `undefined` if there are more differences than `most`. */
function compare(
  source: string,
  target: string,
  offset: number,
  [grain, ...finer]: ReadonlyArray<RegExp>,
  most: number
): Array<TextEdit> | undefined {
  if (source === target) return []
  if (!grain || source === '' || target === '') {
    return replace(source, target, offset)
  }
  return diff(
    split(source, grain),
    split(target, grain),
    offset,
    most,
    (removed, added, offset) => {
      const [from, to] = [removed.join(''), added.join('')]
      return compare(from, to, offset, finer, most) ?? replace(from, to, offset)
    }
  )
}

function compareByTurns(
  source: string,
  target: string,
  dialect: Dialect
): Array<TextEdit> {
  const from = splitTurns(source, dialect)
  const to = splitTurns(target, dialect)
  const compareAll = (
    removed: Array<string>,
    added: Array<string>,
    offset: number
  ) => compareEach(removed, added, offset, compareTurn)
  return diff(from, to, 0, many, compareAll) ?? compareAll(from, to, 0)
}

function splitTurns(value: string, dialect: Dialect): Array<string> {
  const {turns} = scan(value, dialect)
  const start = value.slice(0, turns[0]?.start)
  return [start, ...turns.map(({start, end}) => value.slice(start, end))]
}

function compareTurn(
  source: string,
  target: string,
  offset: number
): Array<TextEdit> {
  const found = compare(source, target, offset, [lines, words], few)
  if (found) return found
  const from = split(source, lines)
  const edits = compareEach(from, split(target, lines), offset, compareLine)
  const removed = edits.reduce((sum, {length}) => sum + length, 0)
  // Lines that have little in common are not the same ones.
  return removed > source.length / 2 ? replace(source, target, offset) : edits
}

function compareLine(
  source: string,
  target: string,
  offset: number
): Array<TextEdit> {
  return (
    compare(source, target, offset, [words], few) ??
    replace(source, target, offset)
  )
}

/** Compare one by one, if there are as many. */
function compareEach(
  from: ReadonlyArray<string>,
  to: ReadonlyArray<string>,
  start: number,
  compareOne: typeof compareLine
): Array<TextEdit> {
  if (from.length !== to.length) {
    return replace(from.join(''), to.join(''), start)
  }
  const edits: Array<TextEdit> = []
  let offset = start
  from.forEach((source, index) => {
    for (const edit of compareOne(source, to[index] as string, offset)) {
      edits.push(edit)
    }
    offset += source.length
  })
  return edits
}

/** Find which parts differ, and compare them; `undefined` if more than `most` do. */
function diff(
  from: Array<string>,
  to: Array<string>,
  start: number,
  most: number,
  compareParts: (
    removed: Array<string>,
    added: Array<string>,
    offset: number
  ) => Array<TextEdit>
): Array<TextEdit> | undefined {
  const changes = diffArrays(from, to, {maxEditLength: most})
  if (!changes) return undefined
  const edits: Array<TextEdit> = []
  let offset = start
  let removed: Array<string> = []
  let added: Array<string> = []
  for (const change of [...changes, undefined]) {
    if (change?.removed) removed = removed.concat(change.value)
    else if (change?.added) added = added.concat(change.value)
    else {
      for (const edit of compareParts(removed, added, offset)) edits.push(edit)
      offset += lengthOf(removed) + lengthOf(change?.value ?? [])
      removed = []
      added = []
    }
  }
  return edits
}

function replace(
  source: string,
  content: string,
  offset: number
): Array<TextEdit> {
  return [{offset, length: source.length, content}]
}

function lengthOf(values: ReadonlyArray<string>): number {
  return values.reduce((sum, {length}) => sum + length, 0)
}

function split(value: string, grain: RegExp): Array<string> {
  return value.match(grain) as Array<string>
}
