import {parseArgs} from 'node:util'
import type {ArgDef, ArgsDef, CommandMeta} from 'citty'
import type {Io} from './io.ts'
import {suggest} from './suggest.ts'
import {toReason} from './to-reason.ts'

/** One command of the command line. */
export interface Command {
  /** Name, description and options, as citty shows them in the usage. */
  definition: {meta: CommandMeta; args: ArgsDef}
  /** Run it; gives the exit code. */
  run(input: Input, io: Io): Promise<number>
}

/** Arguments of a command. */
export interface Input {
  /** Files, folders and patterns as given. */
  files: Array<string>
  /** Names of the options without value that are given. */
  flags: Set<string>
  /** Values by the name of the option, in order. */
  values: Map<string, Array<string>>
}

/** Wrong use: the message says how to do it right. */
export class UsageError extends Error {}

/** Argument that every command has. */
export const files = {
  type: 'positional',
  description:
    'Files, folders, patterns in quotes, or - for stdin; in a folder, links to files are taken, and links to folders are not'
} as const satisfies ArgDef

/** Option that every command has. */
export const help = {
  type: 'boolean',
  alias: 'h',
  description: 'Show this help'
} as const satisfies ArgDef

/**
 * Read the arguments of a command.
 *
 * Note: citty defines options and renders the usage, but its `parseArgs` takes
 * options that do not exist, and of an option that is repeated the last only.
 * Node’s, which it wraps, is strict.
 */
export function readInput(argv: Array<string>, args: ArgsDef): Input {
  const input: Input = {files: [], flags: new Set(), values: new Map()}
  for (const token of readTokens(addCommit(argv), args)) {
    if (token.kind === 'positional') {
      input.files.push(token.value)
    } else if (token.kind === 'option') {
      const {name, value} = token
      if (value === undefined) input.flags.add(name)
      else input.values.set(name, [...(input.values.get(name) ?? []), value])
    }
  }
  return input
}

/** Note: a name after `--changed` is a file, never its value. */
function addCommit(argv: Array<string>): Array<string> {
  const end = argv.indexOf('--')
  return argv.map((arg, index) =>
    arg === '--changed' && (end === -1 || index < end) ? '--changed=HEAD' : arg
  )
}

function readTokens(argv: Array<string>, args: ArgsDef) {
  const options = Object.fromEntries(
    Object.entries(args)
      .filter(([, arg]) => arg.type !== 'positional')
      .map(([name, arg]) => [name, toOption(arg)])
  )
  try {
    return parseArgs({
      args: argv,
      options,
      allowPositionals: true,
      tokens: true
    }).tokens
  } catch (error) {
    throw new UsageError(toMessage(toReason(error), Object.keys(options)))
  }
}

/** Note: Node.js names the option, and says at length how to name a file so. */
function toMessage(reason: string, known: ReadonlyArray<string>): string {
  const name = /^Unknown option '--([^']+)'/.exec(reason)?.[1]
  const meant = name === undefined ? undefined : suggest(name, known)
  if (meant === undefined) return reason
  return `Unexpected option \`--${name}\`, expected \`--${meant.slice(1)}`
}

function toOption(arg: ArgDef) {
  const type: 'boolean' | 'string' =
    arg.type === 'boolean' ? 'boolean' : 'string'
  const short = 'alias' in arg ? arg.alias : undefined
  return typeof short === 'string' ? {type, short} : {type}
}
