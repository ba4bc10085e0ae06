import type {Literal} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
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
  /** Text between the markers, as it is written. */
  value: string
}

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
    enter: {
      chatComment(token) {
        // Note: containers are cut off before flow sees a line, so not in here.
        const raw = this.sliceSerialize(token)
        const {begin, end} = commentBlock
        const value = raw.slice(begin.length, -end.length)
        this.enter({type: 'chatComment', value}, token)
      }
    },
    exit: {
      chatComment(token) {
        this.exit(token)
      }
    }
  }
}
