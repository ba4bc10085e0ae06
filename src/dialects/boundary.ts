import type {TurnMeta} from './meta.ts'

/** Whether a line can open a turn, and where. */
export type Opens =
  /** Wherever it stands: it ends any code. */
  | 'hard'
  /** Outside code, and in code that does not credibly close. */
  | 'soft'
  /** Outside code only. */
  | 'bare'
  /** Nowhere, but it can belong to a boundary that a line before it opened. */
  | 'no'

/** A line that means something in a dialect. */
export interface MarkLine {
  kind: 'mark'
  /** Offset of the start of the line. */
  start: number
  /** Offset of its line ending. */
  end: number
  /** Spaces before it. */
  indent: number
  opens: Opens
  /** Whether a line without a needle, right after it, may be of its boundary. */
  goesOn: boolean
}

/** Whose turn it is. */
export interface Speaker {
  /** Who speaks, in lower case. */
  role: string
  /** Model that answers, if the boundary names one. */
  model?: string | undefined
  /** Other data of the turn. */
  meta?: TurnMeta | undefined
}

/**
 * The start of a turn: one line or more, with only blank lines between.
 *
 * ```markdown
 * > | <hr class="__chatgpt_plugin">
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *   |
 * > | role::user
 *     ^^^^^^^^^^
 * ```
 */
export interface Boundary {
  /** Offset of its first line. */
  start: number
  /** Offset of the line ending of its last line. */
  end: number
  /** Lines that mean something in it. */
  lines: ReadonlyArray<MarkLine>
  /** Whether a code fence around the first of those belongs to it. */
  fenced: boolean
  /** Whose turn it opens. */
  speaker: Speaker
}
