import {diffArrays} from 'diff/lib/diff/array.js'
import type {TextEdit} from './edit.ts'
import {stringify} from './stringify.ts'
import type {Chat, DialectOptions} from './tree.ts'

/** What is compared: lines, and words where lines differ. */
const grains = [
  /[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+/g,
  /\r\n|[\p{L}\p{M}\p{N}_]+|[\s\S]/gu
]

/** Differences after which a text is one edit: finding more takes too long. */
const maxEditLength = 1000

/**
 * Find what to change in `source`, the note that `chat` was parsed from, so that
 * it is `stringify(chat, options)`, or the note that `chat` is already if it is a
 * string: as little as can be told by lines and words, in order, without overlap.
 * None splits a surrogate pair or CRLF.
 *
 * The edits are those of an editor: the offsets are in `source`, so apply them
 * all at once, or from the last to the first.
 *
 * @throws {TypeError} If `stringify` does.
 */
export function edits(
  source: string,
  chat: Chat | string,
  options?: Readonly<DialectOptions> | null
): Array<TextEdit> {
  const target = typeof chat === 'string' ? chat : stringify(chat, options)
  return compare(source, target, 0, grains)
}

function compare(
  source: string,
  target: string,
  start: number,
  [grain, ...finer]: ReadonlyArray<RegExp>
): Array<TextEdit> {
  if (source === target) return []
  const whole = [{offset: start, length: source.length, content: target}]
  if (!grain || source === '' || target === '') return whole
  const changes = diffArrays(split(source, grain), split(target, grain), {
    maxEditLength
  })
  if (!changes) return whole
  const edits: Array<TextEdit> = []
  let offset = start
  let removed = ''
  let added = ''
  for (const change of [...changes, undefined]) {
    const value = change?.value.join('') ?? ''
    if (change?.removed) removed += value
    else if (change?.added) added += value
    else {
      for (const edit of compare(removed, added, offset, finer))
        edits.push(edit)
      offset += removed.length + value.length
      removed = ''
      added = ''
    }
  }
  return edits
}

function split(value: string, grain: RegExp): Array<string> {
  return value.match(grain) as Array<string>
}
