// How the time of `parse` grows with the size of a note, shape by shape. Each
// time is of 8 MB in all, as one note or as 8, so that the same memory is in use,
// and is taken in a process of its own, because the state of the heap makes more
// of a difference than the size.
// Usage: node bench/growth.js <shape> <count> prints a time in milliseconds.

import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {parse} from 'chatmd'
import {median, time} from './measure.js'
import {flat, makeContent, makeNote} from './note.js'
import {shapes} from './shapes.js'
import {runScript} from './spawn.js'

/** How many characters are parsed for a time. */
const total = 8e6

/** How many notes those are at most. */
const most = 8

/** How long a time is taken at least, in milliseconds. */
const enough = 1500

/** How many of them there are at least, as the collector has its turn in some. */
const least = 7

/** An exponent that leaves no doubt; if one is more, the median of several counts. */
const clear = 1.05

/** How many those are: when V8 collects garbage makes one differ by as much. */
const rounds = 5

/** Of less than this, in milliseconds, other things than the size decide. */
const short = 5

/** @type {ReadonlyMap<string, (length: number) => string>} */
const makers = new Map([
  ['mixed', makeNote],
  ['one turn', makeContent],
  ...shapes.map(
    /** @returns {[string, (length: number) => string]} */
    ([name, , make]) => [name, length => makeShape(make, length)]
  )
])

/**
 * Find the exponent of time over size between 1 MB and 8 MB, for each shape.
 *
 * @returns {Array<{name: string, exponent: number}>}
 */
export function measureGrowth() {
  return [...makers.keys()].map(name => {
    const first = measureShape(name)
    const exponents = [first]
    while (first > clear && exponents.length < rounds) {
      exponents.push(measureShape(name))
    }
    return {name, exponent: median(exponents)}
  })
}

/**
 * Measure the exponent of a shape once.
 *
 * @param {string} name
 */
function measureShape(name) {
  const path = fileURLToPath(import.meta.url)
  const [together = 0, alone = 0] = [most, 1].map(count =>
    Math.max(short, runScript(path, [name, String(count)]))
  )
  return 1 + Math.log(alone / together) / Math.log(most)
}

/**
 * Time `parse` of as many notes of one shape: the median, in milliseconds. Note:
 * by the clock, as the collector works beside the program when a heap is large.
 *
 * @param {string} name
 * @param {number} count
 */
function timeShape(name, count) {
  const make = makers.get(name) ?? makeNote
  const value = make(total / count)
  // Note: texts of their own, or a short one would stay in caches.
  const values = Array.from({length: count}, () => flat(value))
  /** @type {Array<number>} */
  const times = []
  // The first is for V8, which compiles.
  for (let spent = 0; spent < enough || times.length < least; ) {
    const took = time(() => values.map(value => parse(value)), 1)
    times.push(took)
    spent += took
  }
  return median(times.slice(1))
}

/**
 * Make a shape of about `length` characters.
 *
 * @param {(size: number) => string} make
 * @param {number} length
 */
function makeShape(make, length) {
  let size = 1000
  for (let tries = 0; tries < 4; tries++) {
    size = (size * length) / make(size).length
  }
  return flat(make(Math.round(size)))
}

const [, script = '', name = '', count] = process.argv
if (script.endsWith('growth.js')) console.log(timeShape(name, Number(count)))
