import {findLineEnding} from '../../../text/line-ending.ts'
import {holdsSecret} from '../../../text/secrets.ts'
import type {ReadNote} from '../../note.ts'
import {encode} from '../escape.ts'
import type {HeaderLine} from '../header.ts'
import {headerOf} from '../read.ts'
import type {FindFix} from './with-fixes.ts'

/** Move the text to the start of the content; the meta stays in the header. */
export function fixTextAfterHeader({value, turns}: ReadNote): FindFix {
  const gap = findLineEnding(value).repeat(2)
  const headers = new Map(
    turns.flatMap(({boundary}) => {
      const header = headerOf(boundary)
      return header ? [[header.textStart, header]] : []
    })
  )
  return ({start, end}) => {
    const text = value.slice(start, end)
    // Note: reports have fixes too, and they repeat no secret.
    if (holdsSecret(text)) return undefined
    // Never `undefined`: the problem is at the text of one.
    const header = headers.get(start) as HeaderLine
    const {modelEnd, meta, metaStart} = header
    const content = gap + encode(text)
    const edits = meta
      ? [
          {offset: start, length: metaStart - start, content: ''},
          {offset: header.end, length: 0, content}
        ]
      : [{offset: modelEnd, length: header.end - modelEnd, content}]
    return {edits, safe: false}
  }
}
