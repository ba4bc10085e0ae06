import {parse} from 'chatmd'
import {time} from './measure.js'
import {flat, makeContent, makeNote} from './note.js'
import {shapes} from './shapes.js'

/**
 * Find the exponent of time over size between 1 MB and 8 MB, for each shape.
 *
 * @param {number} rounds
 * @returns {Array<{name: string, exponent: number}>}
 */
export function measureGrowth(rounds) {
  /** @type {Array<[string, (length: number) => string]>} */
  const makers = [
    ['mixed', length => makeNote(length)],
    ['one turn', length => makeContent(length)],
    ...shapes.map(
      /** @returns {[string, (length: number) => string]} */
      ([name, , make]) => [name, length => makeShape(make, length)]
    )
  ]
  return makers.map(([name, make]) => {
    const small = make(1e6)
    const large = make(factor * 1e6)
    return {name, exponent: findExponent(small, large, rounds)}
  })
}

/** How many times longer the large ones are. */
const factor = 8

/** Of less than this, in milliseconds, caches decide. */
const short = 5

/**
 * Note: the least time of few rounds, as the slowest shapes take seconds, and
 * whatever else there is makes a run longer, never shorter. The small ones are
 * as many as make a large one, and their trees are kept, so that the same
 * memory is in use: its collection costs more the more there is.
 *
 * @param {string} small
 * @param {string} large
 * @param {number} rounds
 */
function findExponent(small, large, rounds) {
  let least = Infinity
  let most = Infinity
  for (let round = 0; round < rounds; round++) {
    least = Math.min(least, timeAll(small, factor))
    most = Math.min(most, timeAll(large, 1))
  }
  return (
    Math.log((most * factor) / Math.max(least, short)) /
    Math.log(large.length / small.length)
  )
}

/**
 * Time as many runs of `parse`, in milliseconds.
 *
 * @param {string} value
 * @param {number} count
 */
function timeAll(value, count) {
  /** @type {Array<unknown>} */
  const trees = []
  return time(() => trees.push(parse(value)), count)
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
