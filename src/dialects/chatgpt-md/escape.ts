// The format has no escape, so content that looks like structure is written
// with one more space in a delimiter, or one more backslash in `role::`, and
// read with one fewer. What has an extra one already always gets one more, so
// that reading undoes writing for every string (see “Escapes” in
// `docs/syntax.md`).

import {delimiterParts, roleMarkerParts} from './grammar.ts'

const [tagStart, tagEnd] = delimiterParts
const [keyword, colons] = roleMarkerParts

const delimiters = new RegExp(`${tagStart}(?= +${tagEnd})`, 'g')
const escapedDelimiters = new RegExp(`${tagStart} (?= +${tagEnd})`, 'g')
// Note: wherever it stands, since ChatGPT MD drops a turn from its second on.
const markers = new RegExp(`${keyword}(?=\\\\*${colons})`, 'g')
const escapedMarkers = new RegExp(`${keyword}\\\\(?=\\\\*${colons})`, 'g')

/** Write content so that no part of it is read as structure. */
export function encode(value: string): string {
  return value
    .replace(delimiters, `${tagStart} `)
    .replace(markers, `${keyword}\\`)
}

// Note: not `role\`, since looking for it would stop at every `r`.
const signs = [`\\${colons}`, `${tagStart}  `] as const

/** Read content as it is written in a note. */
export function decode(body: string): string {
  if (!mayHaveEscapes(body)) return body
  return body
    .replace(escapedDelimiters, tagStart)
    .replace(escapedMarkers, keyword)
}

function mayHaveEscapes(value: string): boolean {
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
