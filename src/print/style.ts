import type {Dialect, Style} from '../dialects/dialect.ts'
import {countLineEndings} from '../text/line.ts'
import type {Chat, Turn} from '../tree.ts'
import {readOpen} from './open.ts'

/** Finds the style for each turn, and keeps it for the next. */
export interface Stylist {
  chat: Chat
  dialect: Dialect
  lineEnding: string
  /**
   * For each turn, index of the neighbour whose style it follows, or `-1`; found
   * when first needed, because most chats are printed as they were read.
   */
  models: ReadonlyArray<number> | undefined
  styles: Map<number, Style>
}

/** Get ready to find styles in `chat`. */
export function createStylist(chat: Chat, dialect: Dialect): Stylist {
  const lineEnding = firstLineEnding(chat)
  return {chat, dialect, lineEnding, models: undefined, styles: new Map()}
}

/**
 * Find the style of the turn at `index`: its own, else that of the last turn
 * before it whose boundary is a model for others, else of the first after it.
 */
export function findStyle(stylist: Stylist, index: number): Style {
  stylist.models ??= findModels(stylist)
  const model = stylist.models[index] as number
  let style = stylist.styles.get(model)
  if (!style) {
    style = {...defaultStyle(stylist), ...readStyle(stylist, model)}
    stylist.styles.set(model, style)
  }
  return style
}

function findModels(stylist: Stylist): Array<number> {
  const {children} = stylist.chat
  const models: Array<number> = []
  let model = -1
  for (let index = 0; index < children.length; index++) {
    const isModel = readStyle(stylist, index) !== undefined
    // Those before the first follow it.
    if (isModel && model === -1) models.fill(index)
    if (isModel) model = index
    models.push(model)
  }
  return models
}

function defaultStyle({dialect, lineEnding}: Stylist): Style {
  return {...dialect.style, lineEnding}
}

/** Read the style of the turn at `index`, if it is a model for others. */
function readStyle(
  {chat: {children}, dialect, lineEnding}: Stylist,
  index: number
): Partial<Style> | undefined {
  const {open, body} = children[index]?.raw ?? {open: '', body: ''}
  const boundary = readOpen(open, dialect)
  const own = boundary && dialect.readStyle(open, boundary)
  if (!own) return undefined
  const {before, between, after} = dialect.style
  const close = children[index - 1]?.raw?.close ?? ''
  return {
    ...own,
    lineEnding: /\r\n?|\n/.exec(open)?.[0] ?? lineEnding,
    before: clamp(countLineEndings(close), before),
    between: clamp(own.between ?? between, between),
    // The file may have ended there, before a blank line.
    after: body === '' ? after : clamp(own.after ?? after, after)
  }
}

/** Line endings to write for those found: none means nothing to learn from. */
function clamp(count: number, otherwise: number): number {
  return count === 1 ? 1 : otherwise
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
