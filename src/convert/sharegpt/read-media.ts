import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {Part} from '../message.ts'
import {readFileUrl} from '../read-file-url.ts'
import {type MediaKey, media} from './media.ts'
import type {SharegptInputTurn} from './schema.ts'

/** Files of a row, in the order of their places. */
export type MediaLists = {
  [K in MediaKey]?: ReadonlyArray<unknown> | null | undefined
}

/**
 * Make a reader of texts that have places of images, videos, and sounds.
 *
 * There are such places if a row has as many files of a kind as its texts have
 * places; else they are text.
 */
export function createMediaReader(
  turns: ReadonlyArray<SharegptInputTurn>,
  lists: MediaLists,
  options: Readonly<LossOptions>
): (text: string) => Array<Part> {
  const places = new Map<string, Iterator<Part, unknown, undefined>>()
  for (const {kind, key, placeholder} of media) {
    const files = lists[key] ?? []
    const count = countPlaces(turns, placeholder)
    if (count === files.length) {
      const parts = files.map(file => toFile(file, kind))
      places.set(placeholder, parts.values())
    } else loseFiles(files, key, count, options)
  }
  return text => {
    const parts: Array<Part> = []
    for (const piece of text.split(/(<(?:image|video|audio)>)/)) {
      const next = places.get(piece)?.next()
      if (next && !next.done) parts.push(next.value)
      else addText(parts, piece)
    }
    return parts
  }
}

/** Add a text; one right after another is one with it. */
function addText(parts: Array<Part>, text: string): void {
  const last = parts[parts.length - 1]
  if (last?.type === 'text') last.text += text
  else if (text !== '') parts.push({type: 'text', text})
}

function countPlaces(
  turns: ReadonlyArray<SharegptInputTurn>,
  placeholder: string
): number {
  return turns.reduce((sum, {value, content, text}) => {
    const said = value ?? content ?? text
    if (typeof said !== 'string') return sum
    return sum + said.split(placeholder).length - 1
  }, 0)
}

function loseFiles(
  files: ReadonlyArray<unknown>,
  key: MediaKey,
  places: number,
  options: Readonly<LossOptions>
): void {
  files.forEach((_, index) => {
    const reason = `Cannot place a file of \`${key}\`: there are ${files.length}, and ${places} places`
    lose(options, 'file-unresolved', [key, index], reason)
  })
}

function toFile(source: unknown, kind: string): Part {
  if (typeof source !== 'string') return {type: 'other', kind, value: source}
  return readFileUrl(source, `${kind}/*`)
}
