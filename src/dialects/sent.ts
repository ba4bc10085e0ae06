/** A content as the tool of a dialect sends it. */
export interface SentContent {
  /** Text that is sent. */
  value: string
  /** How many pieces are not sent, such as comment blocks. */
  dropped: number
}

/** How the tool of a dialect sends contents. */
export interface SentCodec {
  /** Read a content as it is sent. */
  read(value: string): SentContent
  /** Write a content of which all is sent: reading it gives `value`. */
  write(value: string): string
}
