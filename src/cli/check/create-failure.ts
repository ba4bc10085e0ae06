import {VFileMessage} from 'vfile-message'
import {docs} from '../../problem.ts'

/**
 * Defects that only the command line can find; the page on it has each.
 *
 * All but `round-trip` are no rules: they say that a command could not do its
 * work, so nothing turns them off.
 */
export type FailureId = 'round-trip' | 'unreadable-file' | 'unwritable-file'

/** Make a problem of a whole file. */
export function createFailure(ruleId: FailureId, reason: string): VFileMessage {
  const message = new VFileMessage(reason, {ruleId, source: 'chatmd'})
  message.fatal = true
  message.url = `${docs.replace('problems', 'cli')}#${ruleId}`
  return message
}
