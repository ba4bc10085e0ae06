import type {Chat} from '../tree.ts'
import type {LossOptions} from './loss.ts'

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
  /** Write a chat; a format with one value a line returns that value. */
  to?: ((chat: Chat, options?: LossOptions) => unknown) | undefined
  /**
   * Read a value: all chats it holds, in order. For `jsonl` the value is the
   * array of its lines.
   *
   * @throws {TypeError} If the value has not the shape of the format.
   */
  from?: ((value: unknown, options?: LossOptions) => Array<Chat>) | undefined
}
