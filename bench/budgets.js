// Ceilings of times, as ratios within one run. A row names a comparison and
// measures its ratio; `bench.js` compares that with the ceiling.

import {parse, stringify} from 'chatmd'
import {bundle, imports} from '../scripts/bundle.js'
import {measureGrowth} from './growth.js'
import {measure, median, ratio, time} from './measure.js'
import {makeDense, makeNote} from './note.js'
import {mdast, plugin, remark, toYamlReader} from './peers.js'
import {compareEnds, comparePieces} from './pieces.js'
import {readSeed} from './shared.js'
import {makeImports, measureMemory} from './spawn.js'

/**
 * @typedef Budget
 * @property {string} name
 * @property {number} most
 * @property {() => number | Promise<number>} measure
 */

const note = makeNote(1e6)

/** @type {ReadonlyArray<Budget>} */
export const budgets = [
  ...[
    {name: 'mixed', note, plain: 1 / 4, placed: 2 / 5},
    {name: 'dense', note: makeDense(1e6), plain: 1 / 2, placed: 2 / 3}
  ].flatMap(({name, note, plain, placed}) => [
    {
      name: `parse without positions / plugin’s reading, ${name}, 1 MB`,
      most: plain,
      measure: () => compare(toPlainParse(note), () => plugin.run(note))
    },
    {
      name: `parse with positions / plugin’s reading, ${name}, 1 MB`,
      most: placed,
      measure: () =>
        compare(
          () => parse(note),
          () => plugin.run(note)
        )
    }
  ]),
  {
    name: 'parse of a seed note / yaml.parse of its frontmatter',
    most: 1.4,
    measure: () => compareSeed()
  },
  {
    name: 'stringify, untouched / parse without positions, 1 MB',
    most: 3,
    measure: () => {
      const chat = parse(note)
      return compare(() => stringify(chat), toPlainParse(note))
    }
  },
  ...[
    [1e4, 0.95],
    [1e5, 0.7],
    [1e6, 0.35],
    [1e7, 0.06]
  ].map(([size = 0, most = 0]) => ({
    name: `parse to mdast / remark-parse in one piece, ${size / 1000} KB`,
    most,
    measure: () => compareContents(size)
  })),
  {
    name: 'import of chatmd / import of yaml and zod, processes',
    most: 1.15,
    measure: () => compareImports()
  },
  {
    name: 'memory: 10 MB note with its tree / its text',
    most: 1.5,
    measure: () => measureMemory('mixed')
  },
  {
    name: 'memory: the same in ASCII',
    most: 1.5,
    measure: () => measureMemory('ascii')
  },
  {
    name: 'bundle of parse and stringify, KB, minified and gzipped',
    most: imports.text.most,
    measure: async () => (await bundle(imports.text.program)).size / 1000
  },
  {
    name: 'bundle of parse and stringify, parts of remark',
    most: 0,
    measure: async () => Number((await bundle(imports.text.program)).hasRemark)
  },
  {
    name: '1 MB in pieces of 4 characters / parse',
    most: 200,
    measure: comparePieces
  },
  {
    name: 'pieces of 4 characters at the end of 10 MB / of 10 KB',
    most: 1.5,
    measure: compareEnds
  },
  {
    name: 'exponent of time over size, worst shape, 1 to 8 MB',
    most: 1.1,
    measure: () => worstGrowth()
  }
]

/** @param {string} value */
function toPlainParse(value) {
  return () => parse(value, {position: false})
}

/**
 * @param {() => unknown} run
 * @param {() => unknown} yardstick
 * @param {number} [rounds]
 */
function compare(run, yardstick, rounds) {
  const tasks = [
    {name: 'run', run},
    {name: 'yardstick', run: yardstick}
  ]
  return ratio(measure(tasks, rounds), 'run', 'yardstick')
}

function compareSeed() {
  const {value} = readSeed()
  return compare(() => parse(value), toYamlReader(value), 101)
}

/** @param {number} size */
function compareContents(size) {
  const value = makeNote(size)
  const run = () => mdast.run(value)
  const yardstick = () => remark.run(value)
  // One run of remark takes minutes.
  if (size > 1e6) return time(run, 1) / time(yardstick, 1)
  return compare(run, yardstick, size < 1e6 ? 41 : 5)
}

function compareImports() {
  const times = timeImports(15)
  const least = median(times.get('nothing') ?? [])
  const own = median(times.get('chatmd') ?? []) - least
  return own / (median(times.get('yaml and zod') ?? []) - least)
}

/**
 * Time each import in processes of its own, interleaved.
 *
 * @param {number} rounds
 * @returns {Map<string, Array<number>>}
 */
export function timeImports(rounds) {
  const imports = makeImports()
  /** @type {Map<string, Array<number>>} */
  const times = new Map(imports.map(({name}) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const {name, run} of imports) times.get(name)?.push(run())
  }
  return times
}

function worstGrowth() {
  const growth = measureGrowth().sort((a, b) => b.exponent - a.exponent)
  for (const {name, exponent} of growth.slice(0, 5)) {
    console.log(`       ${exponent.toFixed(3)}  ${name}`)
  }
  return growth[0]?.exponent ?? 0
}
