import {commentBlock} from './grammar.ts'

/** Where a comment block is. */
export interface CommentSpan {
  /** Offset of the marker that begins it. */
  start: number
  /** Offset after the marker that ends it; `undefined` if none does. */
  end: number | undefined
}

/** Find the comment blocks in `[start, end)`; only the last may be unclosed. */
export function findComments(
  value: string,
  start: number,
  end: number
): Array<CommentSpan> {
  const content = value.slice(start, end)
  const comments: Array<CommentSpan> = []
  let begin = content.indexOf(commentBlock.begin)
  while (begin !== -1) {
    const close = content.indexOf(commentBlock.end, begin)
    if (close === -1) {
      comments.push({start: start + begin, end: undefined})
      break
    }
    const after = close + commentBlock.end.length
    comments.push({start: start + begin, end: start + after})
    begin = content.indexOf(commentBlock.begin, after)
  }
  return comments
}
