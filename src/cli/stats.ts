import {parse} from '../parse.ts'
import type {Chat} from '../tree.ts'
import {type Command, files, help, type Input} from './command.ts'
import {loadProject} from './config/load.ts'
import {addTo, type Count, type Counts} from './count.ts'
import {escapeControls} from './escape-controls.ts'
import {readNote} from './files/read-note.ts'
import {selectFiles} from './files/select-files.ts'
import {groupDigits} from './group-digits.ts'
import {type Io, tell, write} from './io.ts'
import {isChat} from './is-chat.ts'
import {toChart} from './to-chart.ts'
import {toReason} from './to-reason.ts'

/** Count chats, turns and characters. */
export const statsCommand: Command = {
  definition: {
    meta: {
      name: 'stats',
      description: 'Count chats, turns and characters, by role, model and month'
    },
    args: {
      files,
      json: {type: 'boolean', description: 'Write JSON'},
      help
    }
  },
  run
}

/** How much a vault holds. */
interface Stats extends Count {
  chats: number
  skipped: number
  roles: Counts
  models: Counts
  months: Counts
}

async function run(input: Input, io: Io): Promise<number> {
  const stats: Stats = {
    chats: 0,
    skipped: 0,
    turns: 0,
    characters: 0,
    roles: new Map(),
    models: new Map(),
    months: new Map()
  }
  let failed = false
  for (const file of await selectFiles(input, loadProject(io.cwd), io)) {
    try {
      addNote(stats, await readNote(file, io))
    } catch (error) {
      failed = true
      const kind = file.isFolder ? 'folder' : 'file'
      const reason = `${file.name}: Cannot read ${kind}: ${toReason(error)}`
      await tell(io.stderr, `${escapeControls(reason)}\n`)
    }
  }
  const value = input.flags.has('json')
    ? toJson(stats)
    : toTable(stats, io.columns ?? 80)
  await write(io.stdout, value)
  return failed ? 2 : 0
}

function addNote(stats: Stats, value: string): void {
  if (!isChat(value)) {
    stats.skipped++
    return
  }
  const chat = parse(value, {position: false})
  stats.chats++
  for (const {role, model, meta, value} of chat.children) {
    const {length} = value
    stats.turns++
    stats.characters += length
    addTo(stats.roles, role, length)
    addTo(stats.months, readMonth(meta?.time ?? findDate(chat)), length)
    if (role === 'assistant') {
      addTo(stats.models, model ?? chat.config.model ?? 'unknown', length)
    }
  }
}

/** Find when a chat was, by the keys that importers and people write. */
function findDate({config}: Chat): unknown {
  return config.created ?? config.date
}

function readMonth(time: unknown): string {
  return /^\d{4}-(?:0[1-9]|1[0-2])/.exec(String(time))?.[0] ?? 'unknown'
}

function toJson({roles, models, months, ...counts}: Stats): string {
  const value = {
    ...counts,
    roles: Object.fromEntries(roles),
    models: Object.fromEntries(models),
    months: Object.fromEntries(months)
  }
  return `${JSON.stringify(value, undefined, 2)}\n`
}

function toTable(stats: Stats, columns: number): string {
  const number = (value: number) => groupDigits(value).padStart(14)
  return [
    `Chats       ${number(stats.chats)}`,
    `Other notes ${number(stats.skipped)}`,
    `Turns       ${number(stats.turns)}`,
    `Characters  ${number(stats.characters)}`,
    toChart('Turns by role', stats.roles, columns),
    toChart('Turns by model', stats.models, columns),
    toChart('Turns by month', stats.months, columns, true)
  ]
    .filter(part => part !== '')
    .join('\n')
    .concat('\n')
}
