// The format has no escape, so content that looks like structure is written
// with one more space in a delimiter, or one more backslash in a header, and
// read with one fewer. What has an extra one already always gets one more, so
// that reading undoes writing for every string (see “Escapes” in
// `docs/syntax.md`).

import {prefixPattern} from '../scan/prefix.ts'
import {scanTurns} from '../scan/scan.ts'

// Note: each matches only what changes, and tests what is around it after
// that. With what is around in the match, text with many is slower, and more so
// the longer it is.
const delimiters = /<hr(?= +class="__chatgpt_plugin">)/g
const escapedDelimiters = /<hr (?= +class="__chatgpt_plugin">)/g

const roleName = '(?=\\\\*::[ \\t]*[A-Za-z])'
const lineStart = `(?<![^\\r\\n])${prefixPattern}`
const headers = new RegExp(`role${roleName}(?<=${lineStart}role)`, 'g')
const escapedHeaders = new RegExp(
  `role\\\\${roleName}(?<=${lineStart}role\\\\)`,
  'g'
)

/** How many pieces of content are joined at once. */
const blockSize = 1000

/** Whether some part of `value` could be an escape. */
export function mayHaveEscapes(value: string): boolean {
  // Note: not `role\`, since looking for it would stop at every `r`.
  return value.includes('\\::') || value.includes('<hr  ')
}

/** Read content as it is written in a note. */
export function decode(body: string): string {
  if (!mayHaveEscapes(body)) return body
  return dropLast(dropLast(body, escapedDelimiters), escapedHeaders)
}

/**
 * Drop the last character of each match.
 *
 * Note: `replace` makes a rope of all pieces, which the collector copies again
 * and again while it grows; joined in blocks, they are gone before that.
 */
function dropLast(value: string, expression: RegExp): string {
  let result = ''
  let pieces: Array<string> = []
  let end = 0
  expression.lastIndex = 0
  while (expression.test(value)) {
    pieces.push(value.slice(end, expression.lastIndex - 1))
    end = expression.lastIndex
    if (pieces.length < blockSize) continue
    result += pieces.join('')
    pieces = []
  }
  return result + pieces.join('') + value.slice(end)
}

/** Write content so that no part of it is read as structure after a header. */
export function encode(value: string): string {
  const escaped = encodeDelimiters(value).replace(escapedHeaders, 'role\\\\')
  let body = ''
  let end = 0
  // Headers in code are no structure, which only a scan can tell.
  for (const {boundary} of scanTurns(escaped, 0)) {
    const header = boundary?.header
    if (!header) continue
    const markerEnd = escaped.lastIndexOf('::', header.roleStart)
    body += `${escaped.slice(end, markerEnd)}\\`
    end = markerEnd
  }
  return body + escaped.slice(end)
}

/** Write content so that no part of it can be read as structure anywhere. */
export function encodeAll(value: string): string {
  return encodeDelimiters(value).replace(headers, 'role\\')
}

function encodeDelimiters(value: string): string {
  return value.replace(delimiters, '<hr ')
}

/**
 * Find where reading content drops a character: for each, the offset in the
 * content as it is read.
 */
export function findEscapes(body: string): Array<number> {
  if (!mayHaveEscapes(body)) return []
  const offsets = [
    ...Array.from(body.matchAll(escapedDelimiters), match => match.index + 3),
    ...Array.from(body.matchAll(escapedHeaders), match => match.index + 4)
  ]
  return offsets.sort((a, b) => a - b).map((offset, index) => offset - index)
}
