import type {Part} from '../message.ts'

/**
 * Markdown that stands for a part, or text that looks as if it did but for
 * backslashes.
 *
 * ```markdown
 *   |     mark
 * > | > [!\reasoning]-
 *     start           end
 * ```
 */
export interface Block {
  /** Offset of its first character. */
  start: number
  /** Offset after its last character, before the line ending. */
  end: number
  /** Offset at which backslashes make it text. */
  mark: number
  /** Number of those. */
  slashes: number
  /** The part, or the one it would be without backslashes. */
  part: Part
}

/**
 * Whether turns of a role hold parts of a type.
 *
 * Text that a user pastes must call no tool, so whoever is not answered by
 * tools has text and files alone. A file asks for nothing: at most it is sent.
 */
export function mayHold(role: string, type: Part['type']): boolean {
  return (
    role === 'assistant' ||
    role === 'tool' ||
    type === 'text' ||
    type === 'file'
  )
}
