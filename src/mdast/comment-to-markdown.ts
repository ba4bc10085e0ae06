import type {Parents} from 'mdast'
import type {Info, Options, State, Unsafe} from 'mdast-util-to-markdown'
import {commentBlock} from '../dialects/chatgpt-md/grammar.ts'
import type {ChatComment} from './comment-from-markdown.ts'

const unsafe: Array<Unsafe> = [
  // A marker begins a comment if another one, in any node after it, ends it.
  // The core does without escapes where these do not work.
  {
    character: '=',
    after: commentBlock.begin.slice(1),
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
  const value = commentBlock.begin + node.value + commentBlock.end
  // A comment that starts a line would be flow, and end the paragraph. One
  // that is indented as code is neither: code does not interrupt paragraphs.
  const inLine =
    state.stack.includes('phrasing') &&
    /[\r\n]/.test(info.before) &&
    parent?.children[0] !== node
  return inLine ? `    ${value}` : value
}
