// The interface of a grammar for chats in Markdown. `scan/` finds turns with it,
// `print/` writes with it, and no other code knows how a turn looks.

import type * as z from 'zod/mini'
import type {Boundary, MarkLine, Speaker} from './boundary.ts'
import type {ReadNote} from './note.ts'
import type {Rule} from './rule.ts'
import type {SentCodec} from './sent.ts'

/** How many lines a boundary has. */
export interface Measure {
  /** Number of lines; 0 if they are no boundary. */
  length: number
  /** Whether one more line may change that. */
  open: boolean
}

/** How boundaries are written. */
export interface Style {
  /** Line ending. */
  lineEnding: string
  /** Text before the role in a header, such as `### `. */
  heading: string
  /** Line endings before a boundary (2: one blank line). */
  before: number
  /** Line endings between the lines of a boundary. */
  between: number
  /** Line endings after a boundary. */
  after: number
}

/** How sure it is that a text is a chat of a dialect, and why. */
export interface Detection {
  /** Name of the dialect. */
  dialect: string
  /** From 0 to 1; 0.9 or more is enough to choose without asking. */
  confidence: number
  /** Where in the text that shows, best first. */
  evidence: Array<Evidence>
}

/** One place that shows the dialect of a text. */
export interface Evidence {
  /** Offset where it starts. */
  start: number
  /** Offset after its last character. */
  end: number
  /** Description of the place. */
  reason: string
}

/**
 * Schema of each config key that a dialect knows, in order. A value may be read
 * as another, such as a string as a list, if that is read as itself; a map stays
 * as it is.
 */
export type KeySchemas = ReadonlyMap<string, z.ZodMiniType>

/** A grammar for chats in Markdown. */
export interface Dialect {
  /** Name, such as `chatgpt-md`. */
  name: string
  /** Config keys that its tool knows. */
  keys: KeySchemas
  /** Role of text before the first boundary. */
  firstRole: string
  /**
   * Strings: each line that opens a turn holds one of them. They should be rare
   * in other text, since lines without them are not looked at.
   */
  needles: ReadonlyArray<string>
  /** Read the line at `start`. */
  readLine(value: string, start: number): MarkLine | undefined
  /** Find how many of these lines, the first of which opens, are a boundary. */
  measure(lines: ReadonlyArray<MarkLine>): Measure
  /** Read whose turn these lines open. */
  readSpeaker(lines: ReadonlyArray<MarkLine>): Speaker
  /** Whether a code fence around a delimiter alone, then a header, is no code. */
  unwrapsFences: boolean
  /** Whether `decode` may change any part of a text; to ask is cheap. */
  mayHaveEscapes(value: string): boolean
  /** Read content as it is written in a note. */
  decode(body: string): string
  /** Write content so that no part of it can be read as structure. */
  encode(value: string): string
  /** Find where reading drops a character, as offsets in the read content. */
  findEscapes(body: string): Array<number>
  /** How its tool sends contents; absent if it sends them as they are. */
  sent?: SentCodec | undefined
  /** How boundaries are written where there is nothing to follow. */
  style: Omit<Style, 'lineEnding'>
  /** Read how a boundary is written; `undefined` if it is no model for others. */
  readStyle(open: string, boundary: Boundary): Partial<Style> | undefined
  /**
   * Write a boundary.
   *
   * @throws {TypeError} If the dialect cannot hold the data of the speaker.
   */
  writeBoundary(speaker: Speaker, style: Style): string
  /**
   * Change in a boundary whose turn it opens, all else kept; `undefined` if that
   * cannot be done there.
   *
   * @throws {TypeError} If the dialect cannot hold the data of the speaker.
   */
  changeBoundary(
    open: string,
    boundary: Boundary,
    speaker: Speaker,
    style: Style
  ): string | undefined
  /**
   * Write a boundary so that it is seen in more places: outside code, then
   * wherever it stands; `undefined` if that cannot be done there.
   */
  strengthen(open: string, boundary: Boundary, style: Style): string | undefined
  /** The rules of `check`. */
  rules: ReadonlyArray<Rule>
  /** Say how sure it is that a note is a chat of this dialect. */
  detect(note: ReadNote): Detection
}
