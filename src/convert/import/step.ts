import type {Loss} from '../loss.ts'
import type {ChatMessage} from '../message.ts'

/** A message of an export, before those of one answer are joined. */
export interface Step {
  /** Who says what. */
  message: ChatMessage
  /** Where it is in what was read. */
  path: Loss['path']
  /** Whether the answer ends here, although an answer may follow. */
  ends?: boolean | undefined
}
