/** A row in the shape of ShareGPT, as LLaMA-Factory reads it. */
export interface SharegptRow {
  /** Turns in order. */
  conversations: Array<SharegptTurn>
  /** Tools that may be called: JSON of a list. */
  tools?: string
  /** Images, one for each `<image>`. */
  images?: Array<string>
  /** Videos, one for each `<video>`. */
  videos?: Array<string>
  /** Sounds, one for each `<audio>`. */
  audios?: Array<string>
}

/** A turn. */
export interface SharegptTurn {
  /** Who speaks. */
  from: 'function_call' | 'gpt' | 'human' | 'observation' | 'system'
  /** Text; JSON of a call. */
  value: string
}
