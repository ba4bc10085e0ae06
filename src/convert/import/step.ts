import type {Loss} from '../loss.ts'
import type {ChatMessage} from '../message.ts'

/** A message of an export, before those of one answer are joined. */
export interface Step {
  /** Whose message it is. */
  message: ChatMessage
  /** Keys down to it in the value that was read. */
  path: Loss['path']
  /** Whether the answer ends here, although an answer may follow. */
  ends?: boolean | undefined
}
