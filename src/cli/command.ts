import {parseArgs} from 'node:util'
import type {ArgDef, ArgsDef, CommandMeta} from 'citty'
import {toReason} from './fail.ts'
import type {Io} from './io.ts'

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
  // Note: a commit after `--changed` would be taken for a file.
  const named = argv.map(arg => (arg === '--changed' ? '--changed=HEAD' : arg))
  for (const token of readTokens(named, args)) {
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
    throw new UsageError(toReason(error))
  }
}

function toOption(arg: ArgDef) {
  const type: 'boolean' | 'string' =
    arg.type === 'boolean' ? 'boolean' : 'string'
  const short = 'alias' in arg ? arg.alias : undefined
  return typeof short === 'string' ? {type, short} : {type}
}
