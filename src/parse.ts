// A note goes in, the tree comes out. Never throws for what a note says: that is
// a problem, on the messages of the file.

import type {VFile} from 'vfile'
import {decode} from './content/encode.ts'
import type {ChatConfig} from './frontmatter/schema.ts'
import {type Problem, toMessages} from './problem.ts'
import {readNote, readYaml, toValue} from './read-note.ts'
import {findBoundaries} from './scan/boundaries.ts'
import {readModel, readRole} from './scan/boundary.ts'
import {createWalk, type LineWalk, walkTo} from './scan/point.ts'
import {forEachTurn, scanStart, type TurnSpan} from './scan/scan.ts'
import type {Seen} from './scan/text.ts'
import type {Chat, ParseOptions, Turn} from './types.ts'

/**
 * Parse a chat note into a tree. Nothing in a note makes it throw: what is
 * wrong is a problem, kept on `file.messages` when `file` is a `VFile`.
 *
 * `stringify(parse(value))` is `value`, for every string.
 *
 * @throws {TypeError} If `file` is neither a string nor a `VFile`.
 */
export function parse(
  file: string | VFile,
  options?: Readonly<ParseOptions> | null
): Chat {
  const value = toValue(file)
  const read =
    typeof file === 'string' ? readText(value) : readFile(file, value)
  return toChat(read, options)
}

/** A note that is read; turns are handed over one by one. */
interface Read {
  value: string
  config: ChatConfig
  /** What was seen up to the end of the turn that is handed over. */
  seen: Readonly<Seen>
  forEachTurn(take: (span: TurnSpan) => void): void
}

function readText(value: string): Read {
  const {contentStart, frontmatter} = scanStart(value)
  const {config} = readYaml(value, frontmatter).frontmatter
  const seen = {escapes: false}
  const eachBoundary = findBoundaries(value, contentStart, seen)
  return {
    value,
    config,
    seen,
    forEachTurn: take => forEachTurn(value, contentStart, eachBoundary, take)
  }
}

/** Read a note with its problems, which need all of it. */
function readFile(file: VFile, value: string): Read {
  const problems: Array<Problem> = []
  const {note, frontmatter} = readNote(value, problem => problems.push(problem))
  for (const message of toMessages(problems, value)) file.messages.push(message)
  return {
    value,
    config: frontmatter.config,
    seen: note,
    forEachTurn(take) {
      for (const span of note.turns) take(span)
    }
  }
}

function toChat(
  {value, config, seen, forEachTurn}: Read,
  options: Readonly<ParseOptions> | null | undefined
): Chat {
  const walk = options?.position === false ? undefined : createWalk(value)
  const start = walk && walkTo(walk, 0)
  const children: Array<Turn> = []
  let startEnd = value.length
  forEachTurn(span => {
    if (children.length === 0) startEnd = span.start
    children.push(toTurn(value, span, seen.escapes, walk))
  })
  const raw = {start: value.slice(0, startEnd)}
  const chat: Chat = {type: 'chat', config, children, raw}
  if (walk && start) {
    chat.position = {start, end: walkTo(walk, value.length)}
  }
  return chat
}

/** Make the node of a turn; without a position if there are no `lines`. */
export function toTurn(
  value: string,
  span: TurnSpan,
  escapes: boolean,
  walk: LineWalk | undefined
): Turn {
  const model = readModel(span.boundary)
  const body = value.slice(span.bodyStart, span.bodyEnd)
  const turn: Turn = {
    type: 'turn',
    role: readRole(span.boundary),
    value: escapes ? decode(body) : body,
    raw: {
      open: value.slice(span.start, span.bodyStart),
      body,
      close: value.slice(span.bodyEnd, span.end)
    }
  }
  if (model !== undefined) turn.model = model
  if (walk) {
    const start = walkTo(walk, span.start)
    turn.position = {start, end: walkTo(walk, span.end)}
  }
  return turn
}
