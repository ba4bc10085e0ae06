// Mistakes that an upload refuses, found before it: by line, and by rules that the
// services document or have in the code of their clients.

import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {checkLine} from './check-line.ts'
import type {FinetuneTarget} from './styles.ts'

/** Something that an upload refuses. */
export interface FinetuneProblem {
  /** Number of the line, from 1; absent if it is about the file. */
  line?: number
  /** Keys down to it. */
  path: Array<number | string>
  /** The mistake. */
  reason: string
}

/** Fewest lines of a file. */
const fewest: Record<FinetuneTarget, number> = {
  openai: 10,
  together: 1,
  mistral: 1,
  trl: 1
}

/** Find the mistakes that an upload of lines for fine-tuning refuses. */
export function checkFinetune(
  lines: ReadonlyArray<unknown>,
  options?: Readonly<{target?: FinetuneTarget | null | undefined}> | null
): Array<FinetuneProblem> {
  const target = options?.target ?? 'openai'
  const problems: Array<FinetuneProblem> = []
  if (lines.length < fewest[target]) {
    const reason = `Expected at least ${fewest[target]} lines, not ${lines.length}`
    problems.push({path: [], reason})
  }
  const kinds = lines.map(toKind)
  lines.forEach((value, index) => {
    const line = index + 1
    checkLine(value, target, (path, reason) => {
      problems.push({line, path, reason})
    })
    if (kinds[index] !== kinds[0]) {
      const reason = `Unexpected line with \`${kinds[index]}\`, expected \`${kinds[0]}\` as in the first`
      problems.push({line, path: [], reason})
    }
  })
  return problems
}

/** Name the key that says which kind of line it is. */
function toKind(value: unknown): string {
  if (!isPlainObject(value)) return 'nothing'
  const kinds = ['messages', 'input', 'prompt', 'text']
  return kinds.find(kind => value[kind] !== undefined) ?? 'nothing'
}
