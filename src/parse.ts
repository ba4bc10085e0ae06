// A note goes in, the tree comes out. No note makes it throw: a mistake is a
// problem, on the messages of the file.

import type {VFile} from 'vfile'
import {assertOptions} from './assert-options.ts'
import {defaultDialect} from './default-dialect.ts'
import type {Dialect} from './dialects/dialect.ts'
import type {TurnSpan} from './dialects/note.ts'
import {reportTo} from './find-problems.ts'
import {readConfig, toValue} from './read-note.ts'
import {forEachTurn, scanStart} from './scan/scan.ts'
import {createWalk, type LineWalk, walkTo} from './text/point.ts'
import type {Chat, ChatConfig, ChatRaw, ParseOptions, Turn} from './tree.ts'

/**
 * Parse a chat note into a tree. No note makes it throw: a mistake is a problem,
 * kept on `file.messages` when `file` is a `VFile`.
 *
 * `stringify(parse(value))` is `value`, for every string.
 *
 * @throws {TypeError}
 *   If `file` is neither a string nor a `VFile`, or an option not of its type.
 */
export function parse(
  file: string | VFile,
  options?: Readonly<ParseOptions> | null
): Chat {
  const value = toValue(file)
  assertOptions(options)
  const dialect = options?.dialect ?? defaultDialect
  if (typeof file !== 'string') reportTo(file, value, dialect)
  const start = scanStart(value)
  const {config} = readConfig(value, start.frontmatter, dialect)
  const walk = options?.position === false ? undefined : createWalk(value)
  return toChat(value, start.contentStart, config, dialect, walk)
}

/** A chat that was parsed, not made by hand. */
type ParsedChat = Chat & {raw: ChatRaw}

/** Make the tree of a note whose config is read. */
export function toChat(
  value: string,
  contentStart: number,
  config: ChatConfig,
  dialect: Dialect,
  walk?: LineWalk
): ParsedChat {
  const isEscaped = dialect.mayHaveEscapes(value)
  const raw: ChatRaw = {start: ''}
  const chat: ParsedChat = {type: 'chat', config, children: [], raw}
  if (dialect.name !== defaultDialect.name) chat.dialect = dialect.name
  const start = walk && walkTo(walk, 0)
  let startEnd = value.length
  forEachTurn(value, contentStart, dialect, span => {
    if (chat.children.length === 0) startEnd = span.start
    chat.children.push(toTurn(value, span, dialect, isEscaped, walk))
  })
  raw.start = value.slice(0, startEnd)
  if (walk && start) {
    chat.position = {start, end: walkTo(walk, value.length)}
  }
  return chat
}

/** Make the node of a turn; without a position if there is no walk. */
export function toTurn(
  value: string,
  span: TurnSpan,
  dialect: Dialect,
  isEscaped: boolean,
  walk: LineWalk | undefined
): Turn {
  const {start, bodyStart, bodyEnd, end, boundary} = span
  const {role, model, meta} = boundary?.speaker ?? {role: dialect.firstRole}
  const body = value.slice(bodyStart, bodyEnd)
  const turn: Turn = {
    type: 'turn',
    role,
    value: isEscaped ? dialect.decode(body) : body,
    raw: {
      open: value.slice(start, bodyStart),
      body,
      close: value.slice(bodyEnd, end)
    }
  }
  if (model !== undefined) turn.model = model
  if (meta !== undefined) turn.meta = meta
  if (walk) {
    const from = walkTo(walk, start)
    turn.position = {start: from, end: walkTo(walk, end)}
  }
  return turn
}
