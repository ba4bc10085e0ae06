import {readFileSync} from 'node:fs'
import os from 'node:os'
import process from 'node:process'
import {bundle, imports} from '../scripts/bundle.js'
import {timeImports} from './budgets.js'
import {measure, median, ratio} from './measure.js'
import {frontmatter, makeContent, makeDense, makeNote} from './note.js'
import {frontmatterReaders, plugin, toReaders, toYamlReader} from './peers.js'
import {shapes} from './shapes.js'
import {readCorpus, readSeed} from './shared.js'

const packages = [
  'dotprompt',
  'gray-matter',
  'markdown-it',
  'marked',
  'mdast-util-from-markdown',
  'micromark',
  'remark-parse',
  'yaml',
  'zod'
]

/** @typedef {{name: string, most: number, value: number, holds: boolean}} Row */

/**
 * Measure all inputs, and say all that was measured.
 *
 * @param {ReadonlyArray<Row>} rows Budgets, measured.
 * @returns {Promise<string>}
 */
export async function toReport(rows) {
  const sections = [
    head(),
    `## Budgets\n\n${budgetTable(rows)}`,
    ...inputs().map(([name, value]) => `## ${name}\n\n${timeTable(value)}`),
    `## Corpus\n\n${corpusTable()}`,
    `## Frontmatter\n\n${frontmatterTable()}`,
    `## Hostile shapes\n\n${shapeTable()}`,
    `## Import and bundle\n\n${await importTable()}`
  ]
  return `${sections.join('\n\n')}\n`
}

function head() {
  const [cpu] = os.cpus()
  const versions = packages.map(name => `${name} ${versionOf(name)}`)
  return `# Benchmarks

Read this page to see how fast chatmd is, next to other readers, and which budgets it must hold.
\`npm run bench\` writes it; \`npm run bench -- --check\` checks the budgets.
A time is the median of rounds in which each reader runs once; machines are noisy, so look at the ratios.
A budget that does not hold is measured up to three times, and its least ratio counts.

- Date: ${new Date().toISOString().slice(0, 10)}
- Machine: ${os.cpus().length} × ${cpu?.model ?? 'unknown'}, ${os.platform()} ${os.arch()}, Node.js ${process.versions.node}, V8 ${process.versions.v8}
- Versions: ${versions.join(', ')}`
}

/** @param {string} name */
function versionOf(name) {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')).version
}

/** @param {ReadonlyArray<Row>} rows */
function budgetTable(rows) {
  return toTable(
    ['budget', 'at most', 'measured', ''],
    rows.map(({name, most, value, holds}) => [
      name,
      most.toFixed(3),
      value.toFixed(3),
      holds ? 'holds' : '**fails**'
    ])
  )
}

/** @returns {Array<[string, string]>} */
function inputs() {
  return [
    ['Mixed, 10 KB', makeNote(1e4)],
    ['Mixed, 100 KB', makeNote(1e5)],
    ['Mixed, 1 MB', makeNote(1e6)],
    ['Mixed, 10 MB', makeNote(1e7)],
    ['Dense, 1 MB', makeDense(1e6)],
    ['One turn, 1 MB', makeContent(0.99e6)],
    [
      '200,000 turns',
      '<hr class="__chatgpt_plugin">\n\nrole::user\n\nHi\n\n'.repeat(2e5)
    ]
  ]
}

/** @param {string} value */
function timeTable(value) {
  const tasks = toReaders(value.length).map(({name, run}) => ({
    name,
    run: () => run(value)
  }))
  return toTimes(tasks, plugin.name, value.length)
}

function corpusTable() {
  const notes = readCorpus()
  if (notes.length === 0) return 'Not on the machine of this run.'
  const size = notes.reduce((sum, {length}) => sum + length, 0)
  const tasks = toReaders(0).map(({name, run}) => ({
    name,
    run: () => notes.map(run)
  }))
  const table = toTimes(tasks, plugin.name, size)
  return `${notes.length} notes, one by one.\n\n${table}`
}

function frontmatterTable() {
  const {name, value} = readSeed()
  const yaml = {name: 'yaml, alone', run: toYamlReader(value)}
  const tasks = frontmatterReaders.map(({name, run}) => ({
    name,
    run: () => run(value)
  }))
  const table = toTimes([yaml, ...tasks], yaml.name, value.length)
  const long = frontmatter + makeNote(1e6)
  const longTasks = frontmatterReaders.map(({name, run}) => ({
    name,
    run: () => run(long)
  }))
  const longTable = toTimes([...longTasks], 'parse', long.length)
  return `Of ${name}; gray-matter and dotprompt give the rest as one text.\n\n${table}\n\nBefore 1 MB of turns:\n\n${longTable}`
}

function shapeTable() {
  const times = shapes.map(([name, size, make]) => {
    const value = make(size)
    const tasks = toReaders(Infinity)
      .slice(0, 4)
      .map(({name, run}) => ({name, run: () => run(value)}))
    return {name, length: value.length, times: measure(tasks, 3)}
  })
  return toTable(
    ['shape', 'MB', 'plugin’s reading', 'parse', 'parse and stringify'],
    times.map(({name, length, times}) => [
      name,
      (length / 1e6).toFixed(1),
      ...[plugin.name, 'parse', 'parse and stringify'].map(task =>
        toMilliseconds(times.get(task))
      )
    ])
  )
}

async function importTable() {
  const times = timeImports(11)
  const nothing = median(times.get('nothing') ?? [])
  const rows = [...times].map(([name, values]) => [
    name,
    `${(median(values) - nothing).toFixed(0)} ms`
  ])
  const {program} = imports.text
  const {size, hasRemark} = await bundle(program)
  return `${toTable(['import', 'time more than an empty program'], rows)}

\`${program}\` is ${(size / 1000).toFixed(1)} KB in a bundle, minified and gzipped, ${hasRemark ? 'with' : 'without'} remark.`
}

/**
 * @param {ReadonlyArray<import('./measure.js').Task>} tasks
 * @param {string} yardstick
 * @param {number} length
 */
function toTimes(tasks, yardstick, length) {
  const times = measure(tasks, length > 5e6 ? 3 : length > 5e5 ? 7 : 15)
  return toTable(
    ['reader', 'time', 'throughput', 'ratio'],
    tasks.map(({name}) => {
      const time = median(times.get(name) ?? [])
      return [
        name,
        toMilliseconds(times.get(name)),
        `${(length / time / 1000).toFixed(1)} MB/s`,
        ratio(times, name, yardstick).toFixed(3)
      ]
    })
  )
}

/** @param {ReadonlyArray<number> | undefined} times */
function toMilliseconds(times = []) {
  return `${median(times).toPrecision(3)} ms`
}

/**
 * @param {ReadonlyArray<string>} head
 * @param {ReadonlyArray<ReadonlyArray<string>>} rows
 */
function toTable(head, rows) {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}
