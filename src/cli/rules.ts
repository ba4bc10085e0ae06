import {rules} from './check/rules.ts'
import {type Command, help, type Input} from './command.ts'
import {type Io, write} from './io.ts'

/** List the rules of `check`. */
export const rulesCommand: Command = {
  definition: {
    meta: {name: 'rules', description: 'List the rules of `chatmd check`'},
    args: {
      json: {type: 'boolean', description: 'Write JSON'},
      help
    }
  },
  run
}

async function run({flags}: Input, io: Io): Promise<number> {
  const value = flags.has('json')
    ? `${JSON.stringify(rules, undefined, 2)}\n`
    : rules
        .map(({ruleId, severity, off}) => {
          const state = off ? `${severity}, off` : severity
          return `${ruleId.padEnd(28)}${state}\n`
        })
        .join('')
  await write(io.stdout, value)
  return 0
}
