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
    const large = make(8e6)
    return {name, exponent: findExponent(small, large, rounds)}
  })
}

/** Of less than this, in milliseconds, caches decide. */
const short = 5

/**
 * Note: the least time of few runs, in turn; the slowest shapes take seconds,
 * and whatever else there is makes a run longer, never shorter.
 *
 * @param {string} small
 * @param {string} large
 * @param {number} rounds
 */
function findExponent(small, large, rounds) {
  let least = Infinity
  let most = Infinity
  for (let round = 0; round < rounds; round++) {
    for (let run = 0; run < 4; run++) {
      least = Math.min(
        least,
        time(() => parse(small), 1)
      )
    }
    most = Math.min(
      most,
      time(() => parse(large), 1)
    )
  }
  return (
    Math.log(most / Math.max(least, short)) /
    Math.log(large.length / small.length)
  )
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
