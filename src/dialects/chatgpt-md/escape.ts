// The format has no escape, so content that looks like structure is written
// with one more space in a delimiter, or one more backslash in `role::`, and
// read with one fewer. Text that has an extra one already gets one more, so that
// reading undoes writing for every string (see “Escapes” in `docs/syntax.md`).

import {delimiterEnds, delimiterStart, roleMarkerParts} from './grammar.ts'

const tagEnd = `(?:${delimiterEnds.join('|')})`
const [keyword, colons] = roleMarkerParts

const delimiters = new RegExp(`${delimiterStart}(?= +${tagEnd})`, 'g')
const escapedDelimiters = new RegExp(`${delimiterStart} (?= +${tagEnd})`, 'g')
// Note: wherever it stands, since ChatGPT MD drops a turn from its second on.
const markers = new RegExp(`${keyword}(?=\\\\*${colons})`, 'g')
const escapedMarkers = new RegExp(`${keyword}\\\\(?=\\\\*${colons})`, 'g')

/** Write content so that no part of it is read as structure. */
export function encode(value: string): string {
  return value
    .replace(delimiters, `${delimiterStart} `)
    .replace(markers, `${keyword}\\`)
}

// Note: not `role\`, since looking for it would stop at every `r`.
const signs = [`\\${colons}`, `${delimiterStart}  `] as const

/** Read content as it is written in a note. */
export function decode(body: string): string {
  if (!mayHaveEscapes(body)) return body
  return body
    .replace(escapedDelimiters, delimiterStart)
    .replace(escapedMarkers, keyword)
}

/** Whether a text may have escapes, so that reading it takes more. */
export function mayHaveEscapes(value: string): boolean {
  return value.includes(signs[0]) || value.includes(signs[1])
}

/**
 * Find where reading content drops a character: for each, the offset in the
 * content as it is read.
 */
export function findEscapes(body: string): Array<number> {
  if (!mayHaveEscapes(body)) return []
  const offsets: Array<number> = []
  for (const expression of [escapedDelimiters, escapedMarkers]) {
    for (const {0: match, index} of body.matchAll(expression)) {
      offsets.push(index + match.length - 1)
    }
  }
  return offsets.sort((a, b) => a - b).map((offset, index) => offset - index)
}
