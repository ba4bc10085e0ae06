import {lose} from '../lose.ts'
import type {Loss, LossOptions} from '../loss.ts'

/** Report the messages that are on no branch that was taken. */
export function loseBranches(
  dropped: ReadonlyArray<ReadonlyArray<string>>,
  path: Loss['path'],
  options: Readonly<LossOptions>,
  hasText: (key: string) => boolean
): void {
  for (const keys of dropped) {
    const lost = keys.filter(hasText)
    const [first] = lost
    if (first === undefined) continue
    const count = lost.length === 1 ? '1 message' : `${lost.length} messages`
    const reason = `Cannot keep ${count} of another branch: \`branches: 'all'\` makes a chat of each`
    lose(options, 'branch-dropped', [...path, first], reason)
  }
}
