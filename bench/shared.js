import {existsSync, readdirSync, readFileSync} from 'node:fs'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {flat} from './note.js'

// The same folder as in `test/util/shared.ts`.
const folder =
  process.env.CHATMD_SHARED ??
  fileURLToPath(new URL('../../shared', import.meta.url))

/** Read the corpus as one text a note; none if it is not on this machine. */
export function readCorpus() {
  const corpus = `${folder}/corpus`
  if (!existsSync(corpus)) return []
  return readdirSync(corpus)
    .filter(name => name.endsWith('.md'))
    .map(name => read(`${corpus}/${name}`))
}

/** Read the seed note, or else the example. */
export function readSeed() {
  const seed = `${folder}/seed-chat.md`
  return existsSync(seed)
    ? {name: 'the seed note', value: read(seed)}
    : {
        name: '`examples/chat.md`',
        value: read(
          fileURLToPath(new URL('../examples/chat.md', import.meta.url))
        )
      }
}

/** @param {string} path */
function read(path) {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  return flat(decoder.decode(readFileSync(path)))
}
