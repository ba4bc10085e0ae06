// How much the tree of a note keeps alive, as a share of its text.
// Usage: node --expose-gc bench/memory.js mixed|ascii

import process from 'node:process'
import {parse} from 'chatmd'
import {flat, makeNote} from './note.js'

const note = makeNote(10e6)
const collect = /** @type {() => void} */ (globalThis.gc)
const parts = [
  process.argv[2] === 'ascii' ? note.replace(/[^\0-\x7f]/g, 'x') : note
]

// Parse a small one first, so that compiled code is not counted.
parse(makeNote(1e5))
const empty = used()
const value = flat(/** @type {string} */ (parts[0]))
const text = used() - empty
const chat = parse(value)
const tree = used() - empty
console.log(tree / text, chat.children.length)

function used() {
  for (let run = 0; run < 4; run++) collect()
  const {heapUsed, external} = process.memoryUsage()
  return heapUsed + external
}
