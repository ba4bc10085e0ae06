import {assertOptions} from '../assert-options.ts'
import {assertType} from '../assert-type.ts'
import {defaultDialect} from '../default-dialect.ts'
import type {Chat, ParseOptions, Turn} from '../tree.ts'
import {addText, createState, endText, readChat, type State} from './state.ts'

/** Options of `createParser`. */
export interface ParserOptions extends ParseOptions {
  /**
   * Take a turn that is final: no later text can change it. Called once for
   * each, in order (default: none).
   */
  onTurn?: ((turn: Turn, index: number) => void) | null | undefined
}

/** A parser of a chat that arrives in pieces. */
export interface ChatParser {
  /**
   * The tree of all text so far, as `parse` would give it. It is one object,
   * brought up to date when it is read; final turns in it stay the same objects.
   */
  readonly chat: Chat
  /**
   * Add text at the end, cut off anywhere.
   *
   * @throws {TypeError} If `text` is no string, or `end` was called.
   */
  push(text: string): void
  /** Say that no more text comes; returns the whole tree. */
  end(): Chat
}

/**
 * Create a parser for a chat that arrives in pieces. The cost of a push depends
 * on the pushed text, not on the text before it.
 *
 * @throws {TypeError} If an option is not of its type.
 */
export function createParser(
  options?: Readonly<ParserOptions> | null
): ChatParser {
  assertOptions(options)
  const onTurn = options?.onTurn ?? undefined
  const state = createState(
    options?.position !== false,
    options?.dialect ?? defaultDialect
  )
  const report = createReport(state, onTurn)
  return {
    get chat() {
      return readChat(state)
    },
    push(text) {
      assertType('text', text, 'a string')
      if (state.ended) throw new TypeError('Cannot push text after the end')
      addText(state, text)
      report()
    },
    end() {
      const chat = endText(state)
      report()
      return chat
    }
  }
}

/**
 * Make a function that reports final turns. It keeps count, so that a callback
 * that throws or pushes neither repeats nor skips a turn.
 */
function createReport(
  state: State,
  onTurn: ParserOptions['onTurn']
): () => void {
  let reported = 0
  return () => {
    while (onTurn && reported < state.final) {
      const index = reported++
      onTurn(state.chat.children[index] as Turn, index)
    }
  }
}
