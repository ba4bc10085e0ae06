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
  /** Its name, in a few words. */
  title: string
  /**
   * Content of a file of it:
   *
   * - `json`: one value, which is one chat
   * - `export`: one value, or an array of them (or `{conversations: […]}`), each
   *   of which is a chat or more; files may be large
   * - `jsonl`: a value a line, each a chat
   * - `session`: a value a line, all together one chat
   * - `text`: text
   */
  kind: 'json' | 'export' | 'jsonl' | 'session' | 'text'
  /** Whether a value has a `file`, the path of its note, if it is one of many. */
  keepsFile?: true | undefined
  /** Files that hold chats in the folder of an export, such as `chats*.json`. */
  files?: string | undefined
  /**
   * Whether a value has the shape of this format, by keys that no other format
   * has: the value of a file, one of an `export` or of `jsonl`, or the array of
   * the first lines of a `session`. Absent if it cannot be told by its shape.
   */
  detect?: ((value: unknown) => boolean) | undefined
  /**
   * Write a chat; a format with one value a line returns that value, or a list
   * where a chat takes several lines.
   */
  to?: ((chat: Chat, options?: FormatOptions) => unknown) | undefined
  /**
   * Read one value of the kind: the array of lines for `jsonl` and `session`.
   *
   * @throws {TypeError} If the value has not the shape of the format.
   */
  from?: ((value: unknown, options?: FormatOptions) => Array<Chat>) | undefined
}
