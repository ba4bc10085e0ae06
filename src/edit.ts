/** A change to a text: `content` in place of `length` characters. */
export interface TextEdit {
  /** Offset at which it starts, in UTF-16 units of the text before any edit. */
  offset: number
  /** How many UTF-16 units go. */
  length: number
  /** What comes. */
  content: string
}
