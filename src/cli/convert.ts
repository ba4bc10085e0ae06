import type {VFile} from 'vfile'
import {toJson} from '../convert/json.ts'
import {parse} from '../parse.ts'
import {stringify} from '../stringify.ts'
import type {Chat} from '../tree.ts'
import {type Command, files, help, type Input, UsageError} from './command.ts'
import {fail, toReason} from './fail.ts'
import {findFiles} from './find-files.ts'
import {type Io, write} from './io.ts'
import {readFile} from './read-file.ts'
import {report, toReported} from './report.ts'

const formats = ['json', 'tree', 'md'] as const

type Format = (typeof formats)[number]

/** Turn notes into data, and the tree back into the note. */
export const convertCommand: Command = {
  definition: {
    meta: {
      name: 'convert',
      description: 'Turn chat notes into JSON, or a tree back into its note'
    },
    args: {
      files,
      to: {
        type: 'enum',
        options: [...formats],
        default: 'json',
        description: 'What was said, the lossless tree, or the note of a tree'
      },
      help
    }
  },
  run
}

async function run(input: Input, io: Io): Promise<number> {
  const format = readFormat(input.values.get('to')?.at(-1) ?? 'json')
  const {files, single} = await findFiles(input.files, io.cwd)
  if (format === 'md' && !single) {
    throw new UsageError('Unexpected files with `--to md`, expected one tree')
  }
  const failed: Array<VFile> = []
  for (const found of files) {
    const file = await readFile(found, io)
    if (file.messages.length === 0) {
      await write(io.stdout, convertFile(file, format, single))
    }
    if (file.messages.length > 0) failed.push(toReported(file))
  }
  await report(failed, io)
  return failed.length > 0 ? 2 : 0
}

function readFormat(value: string): Format {
  const format = formats.find(format => format === value)
  if (format) return format
  throw new UsageError(
    `Unexpected \`--to ${value}\`, expected \`${formats.join('`, `')}\``
  )
}

function convertFile(file: VFile, format: Format, single: boolean): string {
  if (format === 'md') return toNote(file)
  // Note: not `parse(file)`, which reports problems; those are for `check`.
  const chat = parse(String(file), {position: format === 'tree'})
  const data = format === 'json' ? toJson(chat) : chat
  if (single) return `${JSON.stringify(data, undefined, 2)}\n`
  const line = format === 'json' ? data : {tree: data}
  return `${JSON.stringify({file: file.path, ...line})}\n`
}

function toNote(file: VFile): string {
  try {
    // Note: some tools put a byte order mark before JSON; it is not part of it.
    // What is no tree of a chat, `stringify` throws on.
    const tree: Chat = JSON.parse(String(file).replace(/^\ufeff/, ''))
    const value = stringify(tree)
    // Note: half a surrogate pair would be written as U+FFFD: a silent change.
    if (!/\p{Surrogate}/u.test(value)) return value
    fail(file, 'invalid-tree', 'Cannot write half a surrogate pair as UTF-8')
  } catch (error) {
    fail(file, 'invalid-tree', `Cannot read tree: ${toReason(error)}`)
  }
  return ''
}
