import type {HeaderLine} from '../scan/header.ts'
import {scanTurns} from '../scan/scan.ts'
import type {Chat, Turn} from '../types.ts'

/** How boundaries are written (defaults: as ChatGPT MD writes them). */
export interface Style {
  /** Line ending (default: the first of the note, else LF). */
  lineEnding: string
  /** What stands before `role` (default: `### `). */
  heading: string
  /** Line endings before a delimiter (default: 2, so one blank line). */
  before: number
  /** Line endings between delimiter and header (default: 2). */
  between: number
  /** Line endings after a header (default: 2). */
  after: number
}

/** Finds the style for each turn; what it found is kept for the next. */
export interface Stylist {
  chat: Chat
  lineEnding: string
  /**
   * For each turn, index of the neighbour whose style it follows, or `-1`; found
   * when first asked for, since most chats are printed as they were read.
   */
  models: ReadonlyArray<number> | undefined
  styles: Map<number, Style>
}

/** Get ready to find styles in `chat`. */
export function createStylist(chat: Chat): Stylist {
  const lineEnding = firstLineEnding(chat)
  return {chat, lineEnding, models: undefined, styles: new Map()}
}

/**
 * Find the style of the turn at `index`: its own, else that of the last turn
 * before it that has a header, else of the first after it.
 */
export function findStyle(stylist: Stylist, index: number): Style {
  stylist.models ??= findModels(stylist.chat.children)
  const model = stylist.models[index] as number
  let style = stylist.styles.get(model)
  if (!style) {
    style = readStyle(stylist, model)
    stylist.styles.set(model, style)
  }
  return style
}

function findModels(children: ReadonlyArray<Turn>): Array<number> {
  const models: Array<number> = []
  let model = children.findIndex(hasHeader)
  for (let index = 0; index < children.length; index++) {
    if (hasHeader(children[index] as Turn)) model = index
    models.push(model)
  }
  return models
}

function hasHeader(turn: Turn): boolean {
  return turn.raw?.open.includes('role::') === true
}

function readStyle({chat, lineEnding}: Stylist, index: number): Style {
  const style = {lineEnding, heading: '### ', before: 2, between: 2, after: 2}
  const {open = '', body = ''} = chat.children[index]?.raw ?? {}
  const boundary = scanTurns(open, 0)[0]?.boundary
  if (!boundary?.header) return style
  const {delimiter, header} = boundary
  const before = countLineEndings(chat.children[index - 1]?.raw?.close ?? '')
  const after = countLineEndings(open.slice(header.end))
  return {
    lineEnding: /\r\n?|\n/.exec(open)?.[0] ?? lineEnding,
    heading: readHeading(open, header),
    before: clamp(before),
    between: delimiter
      ? clamp(countLineEndings(open.slice(delimiter.end, header.start)))
      : 2,
    // The file may have ended there, before a blank line.
    after: body === '' ? 2 : clamp(after)
  }
}

function readHeading(open: string, header: HeaderLine): string {
  const sequence = /#+/.exec(open.slice(header.start, header.roleStart))
  return sequence ? `${sequence[0]} ` : ''
}

/** Line endings to write for those found: none means there was nothing to learn from. */
function clamp(count: number): number {
  return count === 1 ? 1 : 2
}

/** Count line endings, CRLF as one. */
export function countLineEndings(value: string): number {
  return value.match(/\r\n?|\n/g)?.length ?? 0
}

/** Find the first line ending of a note (default: LF). */
export function firstLineEnding({
  raw,
  children
}: Pick<Chat, 'raw'> & {
  children: ReadonlyArray<Pick<Turn, 'raw'>>
}): string {
  const first = /\r\n?|\n/.exec(raw?.start ?? '')
  if (first) return first[0]
  for (const {raw} of children) {
    const match = raw && /\r\n?|\n/.exec(raw.open + raw.body + raw.close)
    if (match) return match[0]
  }
  return '\n'
}
