/** Data of messages about those after them. */
export interface Progress {
  /** The last call of a tool. */
  call?: Call | undefined
  /** Type of the canvas, such as `document` or `code/python`. */
  canvas?: string | undefined
}

/** A call of a tool. */
export interface Call {
  /** Identifier of its message. */
  id: string
  /** Recipient, such as `browser` or `canmore.create_textdoc`. */
  name: string
  /** Whether the text of a canvas stands in its place. */
  isCanvas: boolean
}
