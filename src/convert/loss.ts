import type {Position} from 'unist'

/** Codes of losses; docs/conversions.md explains each. */
export type LossCode =
  | 'attachment-without-text'
  | 'branch-dropped'
  | 'citation-unresolved'
  | 'comment-dropped'
  | 'empty-turn-dropped'
  | 'extra-dropped'
  | 'file-type-unsupported'
  | 'file-unresolved'
  | 'hidden-dropped'
  | 'html-converted'
  | 'id-dropped'
  | 'model-dependent'
  | 'model-dropped'
  | 'name-dropped'
  | 'not-trainable'
  | 'param-unsupported'
  | 'parts-joined'
  | 'reasoning-dropped'
  | 'reasoning-unsigned'
  | 'role-changed'
  | 'step-metadata'
  | 'system-merged'
  | 'system-moved'
  | 'text-trimmed'
  | 'time-dropped'
  | 'tool-args-not-json'
  | 'tool-id-made'
  | 'tool-unanswered'
  | 'unknown-part'
  | 'url-unsupported'
  | 'weight-dropped'

/** Something that a conversion could not keep. */
export interface Loss {
  /** Kind of loss. */
  code: LossCode
  /** Keys from the value that is read down to the one that is lost. */
  path: Array<number | string>
  /** The loss and its reason, such as ``Cannot keep `temperature`: …``. */
  reason: string
  /** Where it is in the note, if the chat has positions. */
  place?: Position | undefined
}

/** Options that all conversions have. */
export interface LossOptions {
  /** Called for each loss (default: losses are not reported). */
  onLoss?: ((loss: Loss) => void) | null | undefined
}
