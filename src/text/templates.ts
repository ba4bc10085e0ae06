// Notes that become others: `{{title}}` (templates of Obsidian and others) and
// `<% tp.file.title %>` (Templater) stand where text will be.

import {isLineEnding, isSpace, skipSpaces} from './line.ts'

/** A template on one line, or the start of one that may have several. */
const open = /\{\{[^\r\n{}]*\}\}|<%/g

/** How the second kind ends. */
const close = '%>'

/**
 * Put words in the place of templates, and a comment of YAML where one is all
 * that is on its lines; the length stays. Returns `undefined` if there is none.
 */
export function fillTemplates(value: string): string | undefined {
  const pieces: Array<string> = []
  const last = value.lastIndexOf(close)
  let done = 0
  for (const {0: match, index} of value.matchAll(open)) {
    const isOpen = match === '<%'
    if (index < done || (isOpen && index > last)) continue
    const end = isOpen
      ? value.indexOf(close, index) + close.length
      : index + match.length
    const first = isAlone(value, index, end) ? '#' : 'x'
    pieces.push(value.slice(done, index), first, 'x'.repeat(end - index - 1))
    done = end
  }
  return done === 0 ? undefined : pieces.join('') + value.slice(done)
}

/** Whether there is only white space before and after `[start, end)`. */
function isAlone(value: string, start: number, end: number): boolean {
  let before = start
  while (isSpace(value.charCodeAt(before - 1))) before--
  const after = skipSpaces(value, end)
  return (
    (before === 0 || isLineEnding(value.charCodeAt(before - 1))) &&
    (after === value.length || isLineEnding(value.charCodeAt(after)))
  )
}
