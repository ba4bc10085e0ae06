import {defaultDialect} from '../../default-dialect.ts'
import {toChat} from '../../parse.ts'
import {printTurns} from '../../print/print-turns.ts'
import {keepStart} from '../../print/start.ts'
import {createStylist} from '../../print/style.ts'
import {scanStart} from '../../scan/scan.ts'

/**
 * Parse a note and print it, as `stringify(parse(value))` does.
 *
 * Note: without the config, which `stringify` reads once more to see that it is
 * the one that `parse` read from the same text; that takes more time than all
 * the rest.
 */
export function printAgain(value: string): string {
  const {contentStart} = scanStart(value)
  const chat = toChat(value, contentStart, {}, defaultDialect)
  const start = keepStart(chat.raw.start, defaultDialect)
  return printTurns(chat, start, createStylist(chat, defaultDialect))
}
