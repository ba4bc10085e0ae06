// The time of chats that arrive in pieces of 4 characters.

import {createParser, parse} from 'chatmd'
import {measure, median, ratio, time} from './measure.js'
import {makeNote} from './note.js'

/** How many pieces are pushed for a time. */
const count = 20_000

/** How often each is timed. */
const rounds = 25

/** Compare 1 MB in pieces with one `parse` of it. */
export function comparePieces() {
  const note = makeNote(1e6)
  const tasks = [
    {name: 'pieces', run: () => pushAll(note)},
    {name: 'parse', run: () => parse(note)}
  ]
  return ratio(measure(tasks), 'pieces', 'parse')
}

/** @param {string} value */
function pushAll(value) {
  const parser = createParser()
  for (let index = 0; index < value.length; index += 4) {
    parser.push(value.slice(index, index + 4))
  }
  return parser.end()
}

/** Compare pieces at the end of 10 MB with such at the end of 10 KB. */
export function compareEnds() {
  const atLarge = pushAfter(1e7)
  const ratios = Array.from({length: rounds}, () => {
    // Note: a new one each time, as a note of 10 KB would not be one for long.
    const small = time(pushAfter(1e4), 1)
    return time(atLarge, 1) / small
  })
  return median(ratios)
}

/**
 * Make a function that pushes pieces after a note.
 *
 * @param {number} size
 */
function pushAfter(size) {
  const parser = createParser()
  parser.push(`${makeNote(size)}\n`)
  return () => {
    for (let index = 0; index < count; index++) parser.push('ab\nc')
    return parser
  }
}
