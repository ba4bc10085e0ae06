import type {Chat, DialectOptions} from '../tree.ts'
import type {LossOptions} from './loss.ts'

/** Options that the command line gives to every format. */
export interface FormatOptions extends DialectOptions, LossOptions {
  /** Path of the note (default: none is known). */
  file?: string | null | undefined
  /** Problems of the note (default: none are known). */
  problems?: ReadonlyArray<FormatProblem> | null | undefined
}

/** A problem of a note, as rows of data have it. */
export interface FormatProblem {
  /** Line, from 1. */
  line: number | null
  /** Column, from 1. */
  column: number | null
  /** Name of the rule. */
  rule: string
  /** How bad it is. */
  severity: 'error' | 'info' | 'warning'
  /** The mistake, and how it would be right. */
  reason: string
}

/**
 * A data format as the command line sees it.
 *
 * Each file in `convert/` exports its functions by name (`toOpenai`,
 * `fromOpenai`), and one value of this type that lists them.
 */
export interface Format {
  /** Name on the command line, such as `openai-responses`. */
  id: string
  /** What it is, in a few words. */
  title: string
  /** One JSON value a file, one a line, or text. */
  kind: 'json' | 'jsonl' | 'text'
  /**
   * Whether a parsed value has the shape of this format: by keys that no other
   * format has. Absent if the format cannot be told by its shape.
   */
  detect?: ((value: unknown) => boolean) | undefined
  /**
   * Write a chat; a format with one value a line returns that value, or a list
   * where a chat takes several lines.
   */
  to?: ((chat: Chat, options?: FormatOptions) => unknown) | undefined
  /**
   * Read a value: all chats it holds, in order. For `jsonl` the value is the
   * array of its lines.
   *
   * @throws {TypeError} If the value has not the shape of the format.
   */
  from?: ((value: unknown, options?: FormatOptions) => Array<Chat>) | undefined
}
