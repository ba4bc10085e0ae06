// A vault of notes as people have them, 3 in 10 of them chats, and what it costs
// to check it: processes, timed beside others in one run.

import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {median} from './measure.js'
import {frontmatter, makeContent, makeNote} from './note.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'dist/cli.js')
const reader = join(root, 'bench/read-vault.js')

/** Length of a note, in characters. */
const size = 11_000

/**
 * Compare the time to check a vault with that to read and decode it.
 *
 * @param {number} [count] Notes (default: `10000`).
 * @param {number} [rounds] (default: `5`)
 */
export function compareVault(count = 10_000, rounds = 5) {
  const folder = makeVault(count)
  try {
    const check = [cli, 'check', folder, '--format', 'compact']
    return compareProcesses(check, [reader, folder], rounds)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/**
 * Measure the most memory that a check of a vault takes, in MB.
 *
 * @param {number} [count] Notes (default: `10000`).
 */
export function measureVault(count = 10_000) {
  const folder = makeVault(count)
  const tell =
    'process.on("exit", () => console.error(process.resourceUsage().maxRSS))'
  const hook = `data:text/javascript,${encodeURIComponent(tell)}`
  try {
    const argv = ['--import', hook, cli, 'check', folder, '--format', 'compact']
    const {stderr} = run(argv)
    return Number(stderr.trim().split('\n').at(-1)) / 1000
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** Compare the time of `chatmd --version` with that of Node.js. */
export function compareVersion() {
  return compareProcesses([cli, '--version'], ['-e', ''], 25)
}

/** Compare the time to check one short note with that of Node.js. */
export function compareSmall() {
  const folder = mkdtempSync(join(tmpdir(), 'chatmd-bench-'))
  try {
    const path = join(folder, 'small.md')
    writeFileSync(path, frontmatter + makeNote(1000))
    return compareProcesses([cli, 'check', path], ['-e', ''], 25)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/**
 * @param {ReadonlyArray<string>} argv
 * @param {ReadonlyArray<string>} yardstick
 * @param {number} rounds
 */
function compareProcesses(argv, yardstick, rounds) {
  // Note: the first run fills the caches of the system.
  for (const each of [yardstick, argv]) run(each)
  const ratios = Array.from(
    {length: rounds},
    () => time(argv) / time(yardstick)
  )
  return median(ratios)
}

/** @param {ReadonlyArray<string>} argv */
function time(argv) {
  const before = performance.now()
  run(argv)
  return performance.now() - before
}

/** @param {ReadonlyArray<string>} argv */
function run(argv) {
  const options = {encoding: /** @type {const} */ ('utf8'), maxBuffer: 1e9}
  const done = spawnSync(process.execPath, [...argv], options)
  // Note: a check that finds problems gives 1.
  if (done.status === 0 || done.status === 1) return done
  throw new Error(String(done.stderr))
}

/**
 * Make a vault in a folder of its own.
 *
 * @param {number} count
 */
export function makeVault(count) {
  const folder = mkdtempSync(join(tmpdir(), 'chatmd-bench-'))
  const chats = cutNote(makeNote(size * 100))
  for (let index = 0; index < count; index++) {
    const inner = join(folder, String(index % 100))
    if (index < 100) mkdirSync(inner)
    const value =
      index % 10 < 3
        ? frontmatter + chats[index % chats.length]
        : makeOther(index)
    writeFileSync(join(inner, `${index}.md`), value)
  }
  return folder
}

/**
 * Cut a long note into notes, before delimiters.
 *
 * @param {string} note
 */
function cutNote(note) {
  const notes = []
  let start = 0
  while (start + size < note.length) {
    const end = note.indexOf('<hr class="__chatgpt_plugin">', start + size)
    if (end === -1) break
    notes.push(note.slice(start, end))
    start = end
  }
  return notes
}

/**
 * Make a note that is no chat: three in five have frontmatter, and one in ten
 * has a field of Dataview.
 *
 * @param {number} index
 */
function makeOther(index) {
  let value =
    index % 5 < 3
      ? `---\ntitle: Note ${index}\ntags: [a, b]\ncreated: 2025-01-02\n---\n\n`
      : ''
  if (index % 10 === 9) value += 'status:: open\n\n'
  return value + makeContent(size - value.length, index)
}
