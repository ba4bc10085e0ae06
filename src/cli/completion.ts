import {type Command, help, type Input, UsageError} from './command.ts'
import {type Io, write} from './io.ts'

const shells = ['bash', 'zsh', 'fish'] as const

/** Names that a shell completes. */
export interface Names {
  commands: ReadonlyArray<string>
  /** Options of each command, such as `--to`. */
  options: ReadonlyMap<string, ReadonlyArray<string>>
}

/** Make the command that prints a script for a shell. */
export function createCompletion(load: () => Promise<Names>): Command {
  return {
    definition: {
      meta: {
        name: 'completion',
        description: 'Print completions for bash, zsh or fish'
      },
      args: {
        shell: {type: 'positional', description: shells.join(', ')},
        help
      }
    },
    run: async ({files: [shell]}: Input, io: Io) => {
      await write(io.stdout, toScript(shell, await load()))
      return 0
    }
  }
}

function toScript(shell: string | undefined, names: Names): string {
  if (shell === 'fish') return toFish(names)
  if (shell === 'bash') return toBash(names)
  if (shell === 'zsh')
    return `autoload -U +X bashcompinit && bashcompinit\n${toBash(names)}`
  throw new UsageError(`Expected a shell: \`${shells.join('`, `')}\``)
}

function toBash({commands, options}: Names): string {
  const cases = [...options].map(
    ([command, list]) => `    ${command}) words='${list.join(' ')}' ;;`
  )
  return `_chatmd() {
  local words="${commands.join(' ')} --help --version"
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.join(' ')} --help --version"; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _chatmd chatmd
`
}

function toFish({commands, options}: Names): string {
  const first = `complete -c chatmd -n __fish_use_subcommand -a '${commands.join(' ')}'\n`
  const rest = [...options].flatMap(([command, list]) =>
    list.map(
      option =>
        `complete -c chatmd -n '__fish_seen_subcommand_from ${command}' -l ${option.slice(2)}\n`
    )
  )
  return first + rest.join('')
}
