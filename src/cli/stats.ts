import {readFileSync} from 'node:fs'
import {detect} from '../detect.ts'
import {parse} from '../parse.ts'
import type {Chat} from '../tree.ts'
import {type Command, files, help, type Input} from './command.ts'
import {loadProject} from './config/load.ts'
import {toReason} from './fail.ts'
import {decodeNote, readAll} from './files/read-file.ts'
import {selectFiles} from './files/select-files.ts'
import {type Io, tell, write} from './io.ts'
import {toChart} from './to-chart.ts'

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

/** How much there is of something. */
export interface Count {
  turns: number
  characters: number
}

/** What a vault holds. */
export interface Stats extends Count {
  chats: number
  skipped: number
  roles: Record<string, Count>
  models: Record<string, Count>
  months: Record<string, Count>
}

async function run(input: Input, io: Io): Promise<number> {
  const stats: Stats = {
    chats: 0,
    skipped: 0,
    turns: 0,
    characters: 0,
    roles: {},
    models: {},
    months: {}
  }
  const found = await selectFiles(input, loadProject(io.cwd), io)
  let failed = false
  for (const {name, path, missing} of found) {
    try {
      if (missing !== undefined) throw new Error(missing)
      const bytes =
        path === undefined ? await readAll(io.stdin) : readFileSync(path)
      addNote(stats, decodeNote(bytes))
    } catch (error) {
      failed = true
      await tell(io.stderr, `${name}: Cannot read file: ${toReason(error)}\n`)
    }
  }
  const isJson = input.flags.has('json')
  const columns = io.columns ?? 80
  await write(
    io.stdout,
    isJson
      ? `${JSON.stringify(stats, undefined, 2)}\n`
      : toTable(stats, columns)
  )
  return failed ? 2 : 0
}

function addNote(stats: Stats, value: string): void {
  if (detect(value).length === 0) {
    stats.skipped++
    return
  }
  const chat = parse(value, {position: false})
  stats.chats++
  for (const turn of chat.children) {
    const characters = turn.value.length
    const month = readMonth(turn.meta?.time ?? findDate(chat))
    add(stats, characters)
    addTo(stats.roles, turn.role, characters)
    addTo(stats.months, month, characters)
    if (turn.role !== 'assistant') continue
    addTo(
      stats.models,
      turn.model ?? chat.config.model ?? 'unknown',
      characters
    )
  }
}

function add(count: Count, characters: number): void {
  count.turns++
  count.characters += characters
}

function addTo(
  counts: Record<string, Count>,
  key: string,
  characters: number
): void {
  const known = Object.entries(counts).find(([name]) => name === key)?.[1]
  const count = known ?? {turns: 0, characters: 0}
  if (!known) counts[key] = count
  add(count, characters)
}

/** Find when a chat was, by the keys that importers and people write. */
function findDate({config}: Chat): unknown {
  return config.created ?? config.date
}

function readMonth(time: unknown): string {
  return /^\d{4}-\d{2}/.exec(String(time))?.[0] ?? 'unknown'
}

function toTable(stats: Stats, columns: number): string {
  const {chats, skipped, turns, characters, roles, models, months} = stats
  const number = (value: number) => value.toLocaleString('en-US').padStart(14)
  return [
    `Chats       ${number(chats)}`,
    `Other notes ${number(skipped)}`,
    `Turns       ${number(turns)}`,
    `Characters  ${number(characters)}`,
    toChart('Turns by role', roles, columns),
    toChart('Turns by model', models, columns),
    toChart('Turns by month', months, columns, true)
  ]
    .filter(part => part !== '')
    .join('\n')
    .concat('\n')
}
