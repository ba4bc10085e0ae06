import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {assertRules} from './check/rules.ts'
import {type Command, help, type Input, UsageError} from './command.ts'
import {type Io, write} from './io.ts'

/** Show the page of a rule. */
export const explainCommand: Command = {
  definition: {
    meta: {
      name: 'explain',
      description: 'Show what a rule is about, with examples'
    },
    args: {
      rule: {type: 'positional', description: 'Name of a rule'},
      help
    }
  },
  run
}

async function run({files}: Input, io: Io): Promise<number> {
  const [ruleId] = files
  if (ruleId === undefined || files.length > 1) {
    throw new UsageError('Expected the name of one rule')
  }
  assertRules([ruleId])
  await write(io.stdout, findSection(readPage(), ruleId))
  return 0
}

/** Read the page of all problems, which the package holds. */
function readPage(): string {
  // Note: a chunk of the bundle is one folder deeper than its entry.
  for (const path of ['../docs/problems.md', '../../docs/problems.md']) {
    try {
      return readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
    } catch {
      // Not here.
    }
  }
  throw new UsageError('Cannot find `docs/problems.md` of the package')
}

/** Cut the section with a heading out of a page. */
function findSection(page: string, heading: string): string {
  const lines = page.split('\n')
  const isHeading = (line: string) => /^#+ /.test(line)
  const start = lines.findIndex(
    line => isHeading(line) && line.includes(heading)
  )
  const length = lines.slice(start + 1).findIndex(isHeading)
  const end = length === -1 ? lines.length : start + 1 + length
  return `${lines.slice(start, end).join('\n').trim()}\n`
}
