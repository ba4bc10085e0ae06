import type {Parents} from 'mdast'
import type {Info, Options, State, Unsafe} from 'mdast-util-to-markdown'
import type {ChatComment} from './comment-from-markdown.ts'
import {commentBegin, commentEnd} from './comments.ts'

const unsafe: Array<Unsafe> = [
  // A marker begins a comment if another one, in any node after it, ends it.
  // The core does without escapes where these do not work.
  {
    character: '=',
    after: commentBegin.slice(1),
    inConstruct: 'phrasing',
    notInConstruct: [
      'autolink',
      'destinationLiteral',
      'destinationRaw',
      'reference',
      'titleQuote',
      'titleApostrophe'
    ]
  }
]

/** Make an extension for `mdast-util-to-markdown` that prints comment blocks. */
export function commentToMarkdown(): Options {
  return {handlers: {chatComment}, unsafe}
}

chatComment.peek = () => '='

function chatComment(
  node: ChatComment,
  parent: Parents | undefined,
  state: State,
  info: Info
): string {
  const value = commentBegin + node.value + commentEnd
  // A comment that starts a line would be flow, and end the paragraph. One
  // that is indented as code is neither: code does not interrupt paragraphs.
  const inLine =
    state.stack.includes('phrasing') &&
    /[\r\n]/.test(info.before) &&
    parent?.children[0] !== node
  return inLine ? `    ${value}` : value
}
