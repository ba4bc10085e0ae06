// The yardstick of a check: read the notes of a folder, 32 at a time, and decode
// them.

import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import process from 'node:process'

const [folder = ''] = process.argv.slice(2)
const names = await readdir(folder, {recursive: true})
const queue = names.filter(name => name.endsWith('.md')).values()
let length = 0
await Promise.all(Array.from({length: 32}, work))
console.log(length)

async function work() {
  for (const name of queue) {
    length += new TextDecoder().decode(
      await readFile(join(folder, name))
    ).length
  }
}
