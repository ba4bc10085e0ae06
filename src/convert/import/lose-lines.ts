import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Line} from './list-lines.ts'

/** Report lines that are no messages, once for each type. */
export function loseLines(
  lines: ReadonlyArray<Line>,
  options: Readonly<LossOptions>
): void {
  const groups = new Map<string, {first: number; count: number}>()
  for (const {value, index} of lines) {
    const type = String(value.type)
    const group = groups.get(type)
    if (group) group.count++
    else groups.set(type, {first: index, count: 1})
  }
  for (const [type, {first, count}] of groups) {
    const lines = count === 1 ? '1 line' : `${count} lines`
    const reason = `Cannot keep ${lines} of type \`${type}\`: they are no messages`
    lose(options, 'hidden-dropped', [first], reason)
  }
}
