import type {ArgsDef} from 'citty'
import {files, help, type Input, UsageError} from '../command.ts'
import {formatIds} from './formats.ts'

/** What is asked for. */
export interface Settings {
  /** Format of the files; guessed if absent. */
  from: string | undefined
  /** Format to write; by what a file is if absent. */
  to: string | undefined
  /** File or folder to write to; stdout if absent. */
  output: string | undefined
  /** Column of rows that holds notes. */
  field: string | undefined
  /** Whether files that are there may be replaced. */
  force: boolean
  /** Whether a loss is an error. */
  strict: boolean
  /** Whether notes that are no chats are taken. */
  all: boolean
  /** Options of the format. */
  options: Record<string, unknown>
}

/** Options of `chatmd convert`. */
export const args: ArgsDef = {
  files,
  from: {
    type: 'string',
    valueHint: 'format',
    description: 'What the files are (default: guessed by their shape)'
  },
  to: {
    type: 'string',
    valueHint: 'format',
    description: 'What to write (default: `md`, or `json` of notes)'
  },
  output: {
    type: 'string',
    alias: 'o',
    valueHint: 'file|folder',
    description: 'Where to write; a folder gets a file for each chat'
  },
  option: {
    type: 'string',
    alias: 'O',
    valueHint: 'name=value',
    description: 'Option of the format; can be repeated'
  },
  field: {
    type: 'string',
    valueHint: 'name',
    description: 'Convert the notes in this field of each row of NDJSON'
  },
  force: {type: 'boolean', description: 'Replace files that are there'},
  strict: {type: 'boolean', description: 'Fail where something would be lost'},
  all: {type: 'boolean', description: 'Take notes that are no chats, too'},
  help
}

/**
 * Read the settings.
 *
 * @throws {UsageError} If a format or an option is not as it should be.
 */
export function readSettings({values, flags}: Input): Settings {
  const last = (name: string) => values.get(name)?.at(-1)
  const settings = {
    from: last('from'),
    to: last('to'),
    output: last('output'),
    field: last('field'),
    force: flags.has('force'),
    strict: flags.has('strict'),
    all: flags.has('all'),
    options: readOptions(values.get('option') ?? [])
  }
  assertFormat('from', settings.from)
  assertFormat('to', settings.to)
  if (settings.field !== undefined && settings.from !== 'ndjson') {
    throw new UsageError(
      'Unexpected `--field`, expected it with `--from ndjson`'
    )
  }
  return settings
}

function assertFormat(name: string, id: string | undefined): void {
  if (id === undefined || id === 'md' || formatIds.includes(id)) return
  const known = ['md', ...formatIds].join('`, `')
  throw new UsageError(`Unexpected \`--${name} ${id}\`, expected \`${known}\``)
}

function readOptions(values: ReadonlyArray<string>): Settings['options'] {
  const options: Array<[string, unknown]> = values.map(value => {
    const [, name, text] = /^(\w+)=(.*)$/s.exec(value) ?? []
    if (name === undefined || text === undefined) {
      throw new UsageError(
        `Unexpected \`--option ${value}\`, expected \`name=value\``
      )
    }
    return [name, text === 'true' || (text === 'false' ? false : text)]
  })
  return Object.fromEntries(options)
}
