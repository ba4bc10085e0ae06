/** A text that is searched for lines. */
export interface Text {
  value: string
  /** Its start, up to where it is searched: a line ends there. */
  window: string
  /** Offset at which lines start. */
  from: number
  seen: Seen
}

/** What a search comes across. */
export interface Seen {
  /** Whether something may be an escape (see “Escapes” in `docs/syntax.md`). */
  escapes: boolean
}
