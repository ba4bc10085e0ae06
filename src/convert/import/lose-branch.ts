import {lose} from '../lose.ts'
import type {Loss} from '../loss.ts'
import type {ImportOptions} from './import-options.ts'

/** Report the messages that only a branch has that was not taken. */
export function loseBranch(
  count: number,
  path: Loss['path'],
  options: Readonly<ImportOptions>
): void {
  const messages = count === 1 ? '1 message' : `${count} messages`
  const why =
    options.branches === 'all'
      ? 'each is said to come after another of them'
      : "`branches: 'all'` makes a chat of each"
  const reason = `Cannot keep ${messages} of another branch: ${why}`
  lose(options, 'branch-dropped', path, reason)
}
