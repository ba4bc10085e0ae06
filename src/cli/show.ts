import {parse} from '../parse.ts'
import type {Turn} from '../tree.ts'
import {type Command, files, help, type Input, UsageError} from './command.ts'
import {escapeControls} from './escape-controls.ts'
import {type FoundFile, findFiles} from './files/find-files.ts'
import {readNote} from './files/read-note.ts'
import {type Io, write} from './io.ts'
import {toReason} from './to-reason.ts'
import {wrap} from './wrap.ts'

/** Show a chat in the terminal. */
export const showCommand: Command = {
  definition: {
    meta: {
      name: 'show',
      description: 'Show a chat as blocks with role and model, for a pager'
    },
    args: {files, help}
  },
  run
}

async function run({files}: Input, io: Io): Promise<number> {
  const {files: found, single} = await findFiles(files, io.cwd)
  const [file] = found
  if (!file || !single) throw new UsageError('Expected one file')
  const {config, children} = parse(await read(file, io), {position: false})
  const title = config.title
  if (typeof title === 'string')
    await write(io.stdout, `${escapeControls(title)}\n\n`)
  for (const turn of children) await write(io.stdout, toBlock(turn, io))
  return 0
}

async function read(file: FoundFile, io: Io): Promise<string> {
  try {
    return await readNote(file, io)
  } catch (error) {
    throw new UsageError(`Cannot read \`${file.name}\`: ${toReason(error)}`)
  }
}

const colors: ReadonlyMap<string, number> = new Map([
  ['user', 36],
  ['assistant', 32]
])

function toBlock(
  {role, model, meta, value}: Turn,
  {columns = 80, color = false}: Io
): string {
  const head = [role, model, meta?.name, meta?.time]
    .filter(part => part !== undefined)
    .map(part => escapeControls(part))
    .join(' · ')
  const code = colors.get(role) ?? 33
  const title = color ? `\u001b[1;${code}m${head}\u001b[0m` : head
  const lines = value
    .split(/\r\n?|\n/)
    .flatMap(line =>
      wrap(escapeControls(line.replaceAll('\t', '    ')), columns - 2)
    )
    .map(line => (line === '' ? '\n' : `  ${line}\n`))
  return `${title}\n${lines.join('')}\n`
}
