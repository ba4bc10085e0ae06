import {applyEdits, type TextEdit} from '../edit.ts'

/** Text that changes. */
export interface Draft {
  /** YAML text. */
  value: string
  /** Line ending for new lines. */
  lineEnding: string
  /** Changes so far. */
  edits: Array<TextEdit>
}

/** Put `content` in the place of a piece of the text. */
export function replace(
  {edits}: Draft,
  start: number,
  end: number,
  content: string
): void {
  edits.push({offset: start, length: end - start, content})
}

/** Make the changes; of two that overlap the later gives way. */
export function applyDraft({value, edits}: Draft): string {
  const ordered: Array<TextEdit> = []
  let last = 0
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset)) {
    const offset = Math.max(last, edit.offset)
    last = Math.max(offset, edit.offset + edit.length)
    ordered.push({offset, length: last - offset, content: edit.content})
  }
  return applyEdits(value, ordered)
}
