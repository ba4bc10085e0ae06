/** A value that JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | Array<Json>
  | {[key: string]: Json}

/** Data of a turn besides its role and model. */
export interface TurnMeta {
  /** Identifier, such as that of a message in an export. */
  id?: string
  /** Name of who speaks. */
  name?: string
  /** When, as ISO 8601, such as `2026-02-12T23:58:10Z`. */
  time?: string
  /** Whether it counts in training: 1, or 0 where it does not. */
  weight?: 0 | 1
  [key: string]: Json | undefined
}
