import type {Loss} from '../loss.ts'
import type {Part} from '../message.ts'
import {countText} from './count-text.ts'
import type {ImportOptions} from './import-options.ts'
import type {Step} from './step.ts'

/**
 * Read a message, and make sure that its text does not vanish: either parts or
 * a loss come of it.
 *
 * @param keys
 *   Keys under which the messages of a format hold text.
 * @throws {TypeError}
 *   If the message holds text, no parts came of it, and no loss says so.
 */
export function account(
  message: unknown,
  path: Loss['path'],
  keys: ReadonlySet<string>,
  options: Readonly<ImportOptions>,
  read: (options: Readonly<ImportOptions>) => Array<Step>
): Array<Step> {
  let losses = 0
  const steps = read({
    ...options,
    onLoss(loss) {
      losses++
      options.onLoss?.(loss)
    }
  })
  const count = countText(message, key => keys.has(key))
  const parts = steps.flatMap(({message}) => message.parts)
  const kept = countParts(parts)
  if (count > 0 && kept === 0 && losses === 0 && !parts.some(isData)) {
    throw new TypeError(
      `Cannot account for ${count} characters of text at \`${path.join('.')}\`: they are in no turn and in no loss`
    )
  }
  options.onMessage?.({path, read: count, kept, losses})
  return steps
}

/** Whether a part may be JSON, such as `{}`, which has no text. */
function isData({type}: Part): boolean {
  return type === 'tool-call' || type === 'tool-result' || type === 'other'
}

function countParts(parts: ReadonlyArray<Part>): number {
  return countText(parts.map(toContent), () => true)
}

/** The text of a part, without its name and id. */
function toContent(part: Part): unknown {
  switch (part.type) {
    case 'file':
      return [part.name, part.url, part.data, part.ref, part.text]
    case 'other':
      return part.value
    case 'tool-call':
      return part.raw ?? part.input
    case 'tool-result':
      return part.output
    case 'reasoning':
      return [part.text, part.meta]
    default:
      return part.text
  }
}
