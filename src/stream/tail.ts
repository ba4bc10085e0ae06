// The part of a growing note that is not final: its complete lines come in, one
// by one, and when a boundary is certain, what stands before it goes out. Lines
// that cannot matter are put on a pile unread, so a long turn costs by its
// lines; the pile is looked at when a boundary comes, or fences are settled.

import type {Boundary} from '../scan/boundary.ts'
import {readHeader, readModelLine} from '../scan/header.ts'
import {skipBlankLines} from '../scan/line.ts'
import {type Line, scanLines} from '../scan/lines.ts'
import {
  createReading,
  endsCode,
  type Reading,
  readLine
} from '../scan/reading.ts'
import {type TurnSpan, toTurns} from '../scan/scan.ts'
import {type Chain, createChain, follow} from './chain.ts'
import {settle} from './settle.ts'
import {
  isFencedDelimiter,
  mayHoldDelimiter,
  type TailLine
} from './tail-line.ts'

/** A reading of the lines so far; it stops where later text has a say. */
export interface Tail extends Reading {
  lines: Array<TailLine>
  /** Boundaries that are certain. */
  boundaries: Array<Boundary>
  /** Whether a line that is not blank stands after the last of `lines`. */
  gap: boolean
  /** Line whose header, if it has one, is the next line that is not blank. */
  watched: TailLine | undefined
  /** Whether a line that names the model came after that. */
  modelLine: boolean
  /** What has to be known for the reading to go on. */
  chain: Chain | undefined
}

/** Turns that are final, in the text they are in. */
export interface Cut {
  value: string
  turns: Array<TurnSpan>
}

/** Start to read a tail. */
export function createTail(): Tail {
  return {
    ...createReading('', []),
    lines: [],
    boundaries: [],
    gap: false,
    watched: undefined,
    modelLine: false,
    chain: undefined
  }
}

/** Add a line with its line ending; gives the turns that are final by that. */
export function addLine(tail: Tail, value: string): Cut | undefined {
  const start = tail.value.length
  tail.value += value
  if (skipBlankLines(value, 0, value.length) === value.length) return undefined
  const decided = tail.watched && decideHeader(tail, tail.watched, value)
  const [line] = scanLines(value, 0)
  if (line) addMatter(tail, line, start)
  else tail.gap = true
  // Note: a delimiter is read once it is known whether it has a header.
  if (tail.watched || !(line || decided)) return undefined
  if (tail.chain && tail.chain.verdict === undefined) return undefined
  return advance(tail)
}

/** Whether it is decided by the next line whether `watched` has a header. */
function decideHeader(tail: Tail, watched: TailLine, value: string): boolean {
  const {chain, modelLine} = tail
  const header = readHeader(value, 0)
  if (!header && !modelLine && readModelLine(value, 0)) {
    tail.modelLine = true
    return false
  }
  tail.watched = undefined
  tail.modelLine = false
  watched.hasHeader =
    header !== undefined && !(modelLine && header.model !== undefined)
  if (watched.hasHeader && chain?.close === watched) chain.verdict = true
  return true
}

function addMatter(tail: Tail, found: Line, start: number): void {
  const {lines, chain} = tail
  // Note: nobody asks for the offsets within a header.
  const line: TailLine = {
    ...found,
    start: found.start + start,
    end: found.end + start,
    adjacent: !tail.gap,
    hasHeader: false
  }
  lines.push(line)
  tail.gap = false
  if (chain && chain.verdict === undefined) {
    follow(chain, lines, lines.length - 1)
  }
  if (line.kind === 'delimiter' || isFencedDelimiter(lines, lines.length - 3)) {
    tail.watched = line
  }
}

/** Read on, and cut off what is final. */
function advance(tail: Tail): Cut | undefined {
  read(tail)
  const {start = 0} = tail.boundaries.at(-1) ?? {}
  if (start === 0) return undefined
  const value = tail.value.slice(0, start)
  const boundaries = tail.boundaries.slice(0, -1)
  const turns = toTurns(value, 0, take => {
    for (const boundary of boundaries) take(boundary)
    return undefined
  })
  startAt(tail, start)
  return {value, turns}
}

/** Drop what is before a boundary, and read anew from there. */
function startAt(tail: Tail, offset: number): void {
  const {lines, credibility} = tail
  const index = lines.findIndex(line => line.start === offset)
  const value = tail.value.slice(offset)
  Object.assign(tail, {
    ...createReading(
      value,
      scanLines(value, 0).map((line, rest) => {
        const {adjacent, hasHeader} = lines[index + rest] as TailLine
        return {...line, adjacent, hasHeader}
      })
    ),
    boundaries: [],
    chain: undefined,
    credibility: credibility?.slice(index)
  })
  read(tail)
}

function read(tail: Tail): void {
  while (tail.index < tail.lines.length && !isUndecided(tail)) {
    const boundary = readLine(tail)
    if (boundary) tail.boundaries.push(boundary)
  }
}

/** Whether later text has a say in what the next line is. */
function isUndecided(tail: Tail): boolean {
  const {value, lines, index, fence, fenceIndex, credibility} = tail
  const line = lines[index] as TailLine
  if (!fence) return line.kind === 'fence' && mayHoldDelimiter(lines, index)
  if (line.kind !== 'delimiter' || endsCode(line, fence)) return false
  if (credibility?.[fenceIndex] !== undefined) return false
  tail.chain ??= createChain(lines, fenceIndex)
  const {verdict} = tail.chain
  if (verdict === undefined) return true
  // All at once: one by one, fences that hang on the same line cost by square.
  const settled = settle(value, lines)
  settled[fenceIndex] = verdict
  tail.credibility = settled
  tail.chain = undefined
  return false
}
