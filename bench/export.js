// Writes a `conversations.json` as ChatGPT exports it, of a size in MB, the same
// each time. Usage: node bench/export.js 500 conversations.json

import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import process from 'node:process'
import {makeContent} from './note.js'
import {between, createRandom, pick} from './random.js'

const random = createRandom(3)
const models = ['gpt-4o', 'gpt-4o-mini', 'o3', 'gpt-5']
const [megabytes = '500', path = 'conversations.json'] = process.argv.slice(2)

// Few contents, which many messages have, because it takes long to make one.
const questions = makeContents(50, 10, 500)
const answers = makeContents(200, 500, 15_000)

const file = createWriteStream(path)
let size = 0
let count = 0
for (; size < Number(megabytes) * 1e6; count++) {
  const text = `${count === 0 ? '[' : ',\n'}${makeConversation(count)}`
  size += Buffer.byteLength(text)
  if (!file.write(text)) await once(file, 'drain')
}
file.end(']\n')
await once(file, 'close')
console.log(`${path}: ${size + 2} bytes, ${count} conversations`)

/**
 * @param {number} count
 * @param {number} least
 * @param {number} most
 */
function makeContents(count, least, most) {
  return Array.from({length: count}, (_, seed) =>
    makeContent(between(random, least, most), seed)
  )
}

/** @param {number} index */
function makeConversation(index) {
  const time = 1_672_531_200 + index * 10_000
  const model = pick(random, models)
  const mapping = Object.fromEntries(
    Array.from({length: 2 * between(random, 2, 10)}, (_, at) => [
      `${index}-${at}`,
      makeNode(`${index}-${at}`, at, time + at, model)
    ])
  )
  const keys = Object.keys(mapping)
  return JSON.stringify({
    title: `Chat ${index}`,
    create_time: time,
    update_time: time + keys.length,
    mapping,
    current_node: keys[keys.length - 1],
    default_model_slug: model,
    id: `${index}`
  })
}

/**
 * @param {string} id
 * @param {number} at
 * @param {number} time
 * @param {string} model
 */
function makeNode(id, at, time, model) {
  const isUser = at % 2 === 0
  const parent = at === 0 ? null : id.replace(/\d+$/, String(at - 1))
  return {
    id,
    parent,
    children: [id.replace(/\d+$/, String(at + 1))],
    message: {
      id,
      author: {role: isUser ? 'user' : 'assistant', name: null, metadata: {}},
      create_time: time,
      content: {
        content_type: 'text',
        parts: [pick(random, isUser ? questions : answers)]
      },
      status: 'finished_successfully',
      weight: 1,
      metadata: isUser ? {} : {model_slug: model},
      recipient: 'all'
    }
  }
}
