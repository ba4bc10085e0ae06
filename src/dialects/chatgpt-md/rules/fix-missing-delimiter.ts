import type {TextEdit} from '../../../edit.ts'
import {countLineEndings, lineStart} from '../../../text/line.ts'
import {findLineEnding} from '../../../text/line-ending.ts'
import type {ReadNote, TurnSpan} from '../../note.ts'
import {detect} from '../detect.ts'
import {delimiter, roleMarker} from '../grammar.ts'
import type {HeaderLine} from '../header.ts'
import {headerOf, readLine} from '../read.ts'
import {isMalformedDelimiter} from './is-malformed-delimiter.ts'
import type {FindFix} from './with-fixes.ts'

/** Put a delimiter before a header. */
export function fixMissingDelimiter(note: ReadNote): FindFix {
  const {value, turns} = note
  const lineEnding = findLineEnding(value)
  const isChat = detect(note).evidence.length > 1
  const indices = new Map(turns.map(({start}, index) => [start, index]))
  return ({start}) => {
    // Never `undefined`: the problem is at the start of a turn that has one before it.
    const index = indices.get(start) as number
    const header = headerOf(turns[index]?.boundary) as HeaderLine
    const previous = turns[index - 1] as TurnSpan
    const edit = toEdit(value, previous, start, lineEnding)
    // A field of Dataview, `role::developer`, may be all there is of a chat.
    return edit && {edits: [edit], safe: isChat || !isField(header)}
  }
}

/** Whether a header could be a field: it is no heading, and names no model. */
function isField({start, indent, roleStart, model}: HeaderLine): boolean {
  return start + indent + roleMarker.length === roleStart && model === undefined
}

/** Put a delimiter at an offset; there is another remedy for some lines before it. */
function toEdit(
  value: string,
  {bodyStart, bodyEnd}: TurnSpan,
  offset: number,
  lineEnding: string
): TextEdit | undefined {
  const start = lineStart(value, bodyEnd, bodyStart)
  const isModel = readLine(value, start)?.form === 'model'
  if (isModel || isMalformedDelimiter(value.slice(start, bodyEnd))) return
  const isApart = countLineEndings(value.slice(bodyEnd, offset)) > 1
  const before = isApart ? '' : lineEnding
  const content = before + delimiter + lineEnding.repeat(2)
  return {offset, length: 0, content}
}
