/** A content as the tool of a dialect sends it. */
export interface SentContent {
  /** What is sent. */
  value: string
  /** How many pieces are not sent, such as comment blocks. */
  dropped: number
}

/** What the tool of a dialect sends of a content. */
export interface SentCodec {
  /** Read what is sent of a content. */
  read(value: string): SentContent
  /** Write a content of which all is sent: reading it gives `value`. */
  write(value: string): string
}
