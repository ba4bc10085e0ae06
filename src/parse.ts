import type {VFile} from 'vfile'
import {decode} from './content/encode.ts'
import {type Problem, toMessages} from './problem.ts'
import {type ReadNote, readNote, toValue} from './read-note.ts'
import {readModel, readRole} from './scan/boundaries.ts'
import {createWalk, type LineWalk, walkTo} from './scan/point.ts'
import type {TurnSpan} from './scan/scan.ts'
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
  if (typeof file === 'string') return toChat(readNote(value), options)
  const problems: Array<Problem> = []
  const note = readNote(value, problem => problems.push(problem))
  for (const message of toMessages(problems, value)) file.messages.push(message)
  return toChat(note, options)
}

function toChat(
  {value, note, frontmatter}: ReadNote,
  options: Readonly<ParseOptions> | null | undefined
): Chat {
  const walk = options?.position === false ? undefined : createWalk(value)
  const start = walk && walkTo(walk, 0)
  const chat: Chat = {
    type: 'chat',
    config: frontmatter.config,
    children: note.turns.map(span => toTurn(value, span, note.escapes, walk)),
    raw: {start: value.slice(0, note.startEnd)}
  }
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
