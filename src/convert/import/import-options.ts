import type {FromOptions} from '../from-options.ts'
import type {Loss} from '../loss.ts'

/** Options of the functions that read exports. */
export interface ImportOptions extends FromOptions {
  /**
   * Which branches of a conversation are read: the one that is shown, or all,
   * each as a chat of its own (default: `current`).
   */
  branches?: 'all' | 'current' | null | undefined
  /**
   * Whether messages that the product does not show are read, such as its
   * system messages (default: `false`).
   */
  hidden?: boolean | null | undefined
  /** Called for each message with its characters in and out. */
  onMessage?: ((account: MessageAccount) => void) | null | undefined
}

/** The fate of the text of one message. */
export interface MessageAccount {
  /** Keys down to the message in the value that was read. */
  path: Loss['path']
  /** Characters of text that it holds. */
  read: number
  /** Characters in the parts that were made of it. */
  kept: number
  /** How many losses were reported while it was read. */
  losses: number
}

/** Assert that options have their types. */
export function assertImportOptions(
  options: Readonly<ImportOptions> | null | undefined
): void {
  const {branches, hidden} = options ?? {}
  if (branches != null && branches !== 'all' && branches !== 'current') {
    throw new TypeError('Expected `all` or `current` as `branches`')
  }
  if (hidden != null && typeof hidden !== 'boolean') {
    throw new TypeError('Expected a boolean as `hidden`')
  }
}
