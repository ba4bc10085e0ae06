import {stripVTControlCharacters} from 'node:util'
import {type CommandDef, renderUsage} from 'citty'
import packageJson from '../../package.json' with {type: 'json'}
import {type Command, help, readInput, UsageError} from './command.ts'
import {escapeControls} from './escape-controls.ts'
import {type Io, OutputError, tell, write} from './io.ts'
import {suggest} from './suggest.ts'

// Note: a command is loaded when it is used, so `--version` waits for no parser.
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check/check.ts')).checkCommand],
  [
    'convert',
    async () => (await import('./convert/convert.ts')).convertCommand
  ],
  ['stats', async () => (await import('./stats.ts')).statsCommand],
  ['show', async () => (await import('./show.ts')).showCommand],
  ['rules', async () => (await import('./rules.ts')).rulesCommand],
  ['explain', async () => (await import('./explain.ts')).explainCommand],
  ['completion', loadCompletion]
])

/** Note: it names the options of all other commands. */
async function loadCompletion(): Promise<Command> {
  const {createCompletion} = await import('./completion.ts')
  return createCompletion(async () => {
    const names = [...commands.keys()]
    const options = new Map<string, ReadonlyArray<string>>()
    for (const name of names) {
      const command =
        name === 'completion' ? undefined : await commands.get(name)?.()
      const args = Object.entries(command?.definition.args ?? {})
      options.set(
        name,
        args.flatMap(([arg, {type}]) =>
          type === 'positional' ? [] : [`--${arg}`]
        )
      )
    }
    return {commands: names, options}
  })
}

const root = {
  meta: {
    name: 'chatmd',
    version: packageJson.version,
    description: packageJson.description
  },
  args: {
    help,
    version: {type: 'boolean', alias: 'v', description: 'Show the version'}
  },
  subCommands: Object.fromEntries(
    [...commands].map(([name, load]) => [
      name,
      async () => (await load()).definition
    ])
  )
} as const satisfies CommandDef

/**
 * Run the command line.
 *
 * Data goes to stdout, all else to stderr.
 * Gives the exit code: `0` for success, `1` if `check` finds an error or a
 * warning, `2` for wrong use or a file that cannot be read or written.
 */
export async function main(argv: Array<string>, io: Io): Promise<number> {
  const [name = ''] = argv
  try {
    return await run(argv, io)
  } catch (error) {
    if (error instanceof OutputError) {
      // Note: `head` of `chatmd convert vault | head` has enough: a success.
      if (error.broken) return 0
      await tell(io.stderr, `chatmd: ${error.message}\n`)
      return 2
    }
    if (!(error instanceof UsageError)) throw error
    const command = commands.has(name) ? `chatmd ${name}` : 'chatmd'
    const hint = `Run \`${command} --help\` for the usage.`
    const message = escapeControls(error.message)
    await tell(io.stderr, `chatmd: ${message}\n${hint}\n`)
    return 2
  }
}

async function run(argv: Array<string>, io: Io): Promise<number> {
  const [name = '', ...rest] = argv
  const load = commands.get(name)
  return load ? runCommand(await load(), rest, io) : runRoot(argv, io)
}

async function runCommand(command: Command, argv: Array<string>, io: Io) {
  const {definition} = command
  const input = readInput(argv, definition.args)
  if (input.flags.has('help')) {
    await write(io.stdout, await toUsage(definition, root))
    return 0
  }
  return command.run(input, io)
}

async function runRoot(argv: Array<string>, io: Io): Promise<number> {
  const {flags, files} = readInput(argv, root.args)
  const [name] = files
  if (name !== undefined) {
    const known = [...commands.keys()]
    const more = suggest(name, known) ?? `\`${known.join('`, `')}\``
    throw new UsageError(`Unexpected command \`${name}\`, expected ${more}`)
  }
  if (flags.has('help')) await write(io.stdout, await toUsage(root))
  else if (flags.has('version')) {
    await write(io.stdout, `${packageJson.version}\n`)
  } else {
    await tell(io.stderr, await toUsage(root))
    return 2
  }
  return 0
}

/** Note: citty colors the usage even in a pipe, so colors are taken out. */
async function toUsage(
  command: CommandDef,
  parent?: CommandDef
): Promise<string> {
  return `${stripVTControlCharacters(await renderUsage(command, parent))}\n`
}
