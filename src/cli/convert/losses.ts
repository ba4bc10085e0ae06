import type {Loss, LossCode} from '../../convert/loss.ts'
import {escapeControls} from '../escape-controls.ts'
import {type Io, tell} from '../io.ts'

/** How many losses of each kind are shown one by one. */
const shown = 5

/** Losses so far, in all files. */
export interface Losses {
  counts: Map<LossCode, number>
}

/** Start without losses. */
export function createLosses(): Losses {
  return {counts: new Map()}
}

/** Count losses, and show the first of each kind. */
export async function tellLosses(
  {counts}: Losses,
  name: string,
  found: ReadonlyArray<Loss>,
  io: Io
): Promise<void> {
  for (const {code, path, reason} of found) {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    if (count > shown) continue
    const at = path.length > 0 ? ` ${toPath(path)}` : ''
    await tell(io.stderr, escapeControls(`${name}:${at} ${reason} (${code})`))
    await tell(io.stderr, '\n')
  }
}

/** Say how many more there are of each kind. */
export async function tellMoreLosses({counts}: Losses, io: Io): Promise<void> {
  for (const [code, count] of counts) {
    if (count <= shown) continue
    await tell(io.stderr, `… and ${count - shown} more of ${code}\n`)
  }
}

/** Write a path as in a program: `messages[2].content`. */
function toPath(path: Loss['path']): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`
      return index === 0 ? key : `.${key}`
    })
    .join('')
}
