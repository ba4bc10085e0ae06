import {assertOptions} from './assert-options.ts'
import {defaultDialect} from './default-dialect.ts'
import type {Dialect} from './dialects/dialect.ts'
import {printTurns} from './print/print-turns.ts'
import {writeStart} from './print/start.ts'
import {createStylist} from './print/style.ts'
import {assertChat} from './print/validate.ts'
import type {Chat, DialectOptions} from './tree.ts'

/**
 * Print a chat. A raw string is printed as it is if it still reads as the node
 * does, and any other part is written again, in the style of the text around
 * it. So for every string `stringify(parse(value))` is `value`, a
 * change in the tree changes that piece of the note and no other byte, and
 * reading the note gives the chat, whatever its contents.
 *
 * Blank lines at the ends of a content, and white space at its very end, are
 * not content: a `value` is written without them.
 *
 * @throws {TypeError}
 *   If `chat` is not of the shape of a chat, or the format cannot hold its data:
 *   a role that is no name, a model with a line ending, a config that is invalid
 *   or no JSON; or if an option is not of its type.
 */
export function stringify(
  chat: Chat,
  options?: Readonly<DialectOptions> | null
): string {
  assertChat(chat)
  assertOptions(options)
  const dialect = options?.dialect ?? defaultDialect
  assertDialect(chat, dialect)
  const stylist = createStylist(chat, dialect)
  const {raw, config} = chat
  const start = writeStart(
    raw?.start ?? '',
    config,
    stylist.lineEnding,
    dialect
  )
  return printTurns(chat, start, stylist)
}

function assertDialect(chat: Chat, {name}: Dialect): void {
  const expected = chat.dialect ?? defaultDialect.name
  if (name === expected) return
  throw new TypeError(
    `Expected \`options.dialect\` to be \`${expected}\`, which the chat is of, not \`${name}\``
  )
}
