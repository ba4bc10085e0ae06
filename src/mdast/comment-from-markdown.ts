import type {Data, Literal} from 'mdast'
import type {CompileContext, Extension, Token} from 'mdast-util-from-markdown'
import {commentBlock} from '../dialects/chatgpt-md/grammar.ts'

/**
 * A comment block: text for the author that is not sent.
 *
 * ```markdown
 * > | =begin-chatgpt-md-comment to do =end-chatgpt-md-comment
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export interface ChatComment extends Literal {
  /** Node type. */
  type: 'chatComment'
  /** What is between the markers, as it is. */
  value: string
  /** Data of the ecosystem. */
  data?: ChatCommentData | undefined
}

/** Data of a comment block. */
export interface ChatCommentData extends Data {}

declare module 'mdast' {
  interface BlockContentMap {
    chatComment: ChatComment
  }

  interface PhrasingContentMap {
    chatComment: ChatComment
  }

  interface RootContentMap {
    chatComment: ChatComment
  }
}

/** Make an extension for `mdast-util-from-markdown` that adds comment blocks. */
export function commentFromMarkdown(): Extension {
  return {
    enter: {chatComment: enterComment},
    exit: {chatComment: exitComment}
  }
}

function enterComment(this: CompileContext, token: Token): void {
  // Note: containers are cut off before flow sees a line, so not in here.
  const raw = this.sliceSerialize(token)
  const value = raw.slice(commentBlock.begin.length, -commentBlock.end.length)
  this.enter({type: 'chatComment', value}, token)
}

function exitComment(this: CompileContext, token: Token): void {
  this.exit(token)
}
