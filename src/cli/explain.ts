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
  const section =
    findSection('problems', '##', ruleId) ?? findSection('cli', '###', ruleId)
  if (section === undefined) assertRules([ruleId])
  await write(io.stdout, section ?? '')
  return 0
}

/** Cut the section on a rule out of a page, without its heading’s marks. */
function findSection(
  page: string,
  marks: string,
  ruleId: string
): string | undefined {
  const [, rest] = `\n${readPage(page)}`.split(`\n${marks} ${ruleId}\n`)
  // Note: notes in examples have headings of three marks and more.
  return (
    rest &&
    `${ruleId}\n${rest.split(new RegExp(`\n#{2,${marks.length}} `))[0]?.trimEnd()}\n`
  )
}

/** Read a page of the docs, which the package holds. */
function readPage(name: string): string {
  // Note: a chunk of the bundle is one folder deeper than its entry.
  for (const path of ['../docs', '../../docs']) {
    try {
      const url = new URL(`${path}/${name}.md`, import.meta.url)
      return readFileSync(fileURLToPath(url), 'utf8')
    } catch {
      // Not here.
    }
  }
  throw new UsageError(`Cannot find \`docs/${name}.md\` of the package`)
}
