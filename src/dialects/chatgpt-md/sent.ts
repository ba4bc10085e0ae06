// Comment blocks are not sent. Text that would begin one is written with one
// more backslash, and read with one fewer, as all that looks like structure.

import type {SentCodec, SentContent} from '../sent.ts'
import {findComments} from './comments.ts'
import {commentBlockParts} from './grammar.ts'

const [word, name] = commentBlockParts

const begins = new RegExp(`${word}(?=\\\\*${name})`, 'g')
const escapedBegins = new RegExp(`${word}\\\\(?=\\\\*${name})`, 'g')

/** Contents as ChatGPT MD sends them: without comment blocks. */
export const sent: SentCodec = {
  read: readSent,
  write: value => value.replace(begins, `${word}\\`)
}

function readSent(content: string): SentContent {
  let value = ''
  let dropped = 0
  let from = 0
  for (const {start, end} of findComments(content, 0, content.length)) {
    // Note: one that never closes is text.
    if (end === undefined) break
    value += content.slice(from, start)
    from = end
    dropped++
  }
  value += content.slice(from)
  return {value: value.replace(escapedBegins, word), dropped}
}
