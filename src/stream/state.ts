// A chat while it grows. Pieces of text come in; each complete line goes to the
// tail, the turns that are final by it come back, and are made into nodes once.
// The tree is put together when somebody looks: final turns as they are, the
// others from the text of the tail.

import type {Point} from 'unist'
import {defaultDialect} from '../default-dialect.ts'
import type {Dialect} from '../dialects/dialect.ts'
import type {TurnSpan} from '../dialects/note.ts'
import {toTurn} from '../parse.ts'
import {readConfig} from '../read-note.ts'
import {scanStart, scanTurns} from '../scan/scan.ts'
import {fenceEnd} from '../text/frontmatter.ts'
import {byteOrderMark, codes, lineEnd, nextLine} from '../text/line.ts'
import {createLines, type Lines, toPoint} from '../text/point.ts'
import type {Chat, ChatConfig, Turn} from '../tree.ts'
import {addLine, type Cut, createTail, type Tail} from './tail.ts'

/** A chat that grows. */
export interface State {
  /** Whether nodes get a `position`. */
  position: boolean
  dialect: Dialect
  /** Byte order mark and frontmatter, once they are certain. */
  head: Head | undefined
  /** Complete lines that are not final. */
  tail: Tail
  /** Where the tail starts. */
  tailStart: NotePoint
  /** The line after those, as far as it is there. */
  line: string
  /** Whether that ends in a CR, which an LF may follow. */
  carriageReturn: boolean
  /** The tree, as it was when somebody looked. */
  chat: Chat
  /** Number of its turns that are final. */
  final: number
  /** Whether the tree is that of all text. */
  current: boolean
  ended: boolean
}

/** The start of a note, before its turns. */
interface Head {
  start: string
  config: ChatConfig
}

/** A point in the whole note. */
interface NotePoint extends Point {
  offset: number
}

/** Start a chat without text. */
export function createState(position: boolean, dialect: Dialect): State {
  const chat: Chat = {type: 'chat', config: {}, children: []}
  if (dialect.name !== defaultDialect.name) chat.dialect = dialect.name
  return {
    position,
    dialect,
    head: undefined,
    tail: createTail(dialect),
    tailStart: {line: 1, column: 1, offset: 0},
    line: '',
    carriageReturn: false,
    chat,
    final: 0,
    current: false,
    ended: false
  }
}

/** Add text at the end. */
export function addText(state: State, text: string): void {
  if (text === '') return
  state.current = false
  let offset = 0
  if (state.carriageReturn) {
    offset = text.startsWith('\n') ? 1 : 0
    state.carriageReturn = false
    completeLine(state, text.slice(0, offset))
  }
  let end = lineEnd(text, offset)
  while (end < text.length) {
    const next = nextLine(text, end)
    // An LF may follow a CR that is cut off there.
    state.carriageReturn =
      next === text.length && text.charCodeAt(next - 1) === codes.carriageReturn
    if (state.carriageReturn) break
    completeLine(state, text.slice(offset, next))
    offset = next
    end = lineEnd(text, offset)
  }
  state.line += text.slice(offset)
}

function completeLine(state: State, rest: string): void {
  const line = state.line + rest
  state.line = ''
  const value = state.head ? line : readHead(state, line)
  if (!state.head) return
  const cut = addLine(state.tail, value)
  if (cut) finishTurns(state, state.head, cut)
}

/** Read a line of the start of the note; returns the text after that start. */
function readHead(state: State, line: string): string {
  const {tail} = state
  const isFirst = tail.value === ''
  const from = isFirst && line.startsWith(byteOrderMark) ? 1 : 0
  const isFence = fenceEnd(line, from) !== -1
  tail.value += line
  // Frontmatter is open: if it never closes, it is content.
  if (isFirst === isFence) return ''
  const {value} = tail
  const start = isFirst ? value.slice(0, from) : value
  state.head = readStart(start, state.dialect)
  state.tailStart = toNotePoint(state, start.length, createLines(value))
  tail.value = ''
  return value.slice(start.length)
}

/** Make the nodes of turns that are final. */
function finishTurns(state: State, head: Head, {value, turns}: Cut): void {
  const {children} = state.chat
  const lines = createLines(value)
  const nodes = toNodes(state, value, turns, lines)
  children.length = state.final
  for (const node of nodes) children.push(node)
  state.final = children.length
  head.start += startOf(value, turns)
  state.tailStart = toNotePoint(state, value.length, lines)
}

/** Give the tree of all text so far. */
export function readChat(state: State): Chat {
  const {chat, head, tail, final} = state
  if (state.current) return chat
  const value = tail.value + state.line
  const lines = createLines(value)
  const {config, start} = head ?? readStart(value, state.dialect)
  const turns = scanTurns(value, head ? 0 : start.length, state.dialect)
  chat.config = config
  chat.raw = {
    start: head ? start + startOf(value, turns) : startOf(value, turns)
  }
  chat.children.length = final
  for (const node of toNodes(state, value, turns, lines)) {
    chat.children.push(node)
  }
  if (state.position) {
    const end = toNotePoint(state, value.length, lines)
    chat.position = {start: {line: 1, column: 1, offset: 0}, end}
  }
  state.current = true
  return chat
}

/** Read the start of the note, as if the text ended here. */
function readStart(value: string, dialect: Dialect): Head {
  const {frontmatter, contentStart} = scanStart(value)
  const {config} = readConfig(value, frontmatter, dialect)
  return {start: value.slice(0, contentStart), config}
}

/** End the text: all turns are final. */
export function endText(state: State): Chat {
  const chat = readChat(state)
  state.final = chat.children.length
  state.ended = true
  return chat
}

/** Return the start of the note, before the first of `turns`. */
function startOf(value: string, turns: ReadonlyArray<TurnSpan>): string {
  return value.slice(0, turns[0]?.start)
}

function toNodes(
  state: State,
  value: string,
  turns: ReadonlyArray<TurnSpan>,
  lines: Lines
): Array<Turn> {
  return turns.map(span => {
    const turn = toTurn(value, span, state.dialect, true, undefined)
    if (state.position) {
      turn.position = {
        start: toNotePoint(state, span.start, lines),
        end: toNotePoint(state, span.end, lines)
      }
    }
    return turn
  })
}

/** Give the point in the note of an offset in the tail. */
function toNotePoint(
  {tailStart}: State,
  offset: number,
  lines: Lines
): NotePoint {
  const point = toPoint(lines, offset)
  const column = point.line === 1 ? tailStart.column - 1 : 0
  return {
    line: point.line + tailStart.line - 1,
    column: point.column + column,
    offset: offset + tailStart.offset
  }
}
