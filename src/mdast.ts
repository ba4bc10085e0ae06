/** What `chatmd` has for contents as mdast; to import it is to ask for them. */

import {provideContents} from './api/contents.ts'
import {contents} from './mdast/contents.ts'

provideContents(contents)

export {applyEdits, edits, type TextEdit} from './api/edits.ts'
export {type ParseTreeOptions, parse} from './api/parse.ts'
export {type StringifyOptions, stringify} from './api/stringify.ts'
export type {ChatComment} from './content/comment-from-markdown.ts'
export type {MarkdownOptions} from './mdast/markdown.ts'
export {
  type ContentLimits,
  type ContentOptions,
  parseContent
} from './mdast/parse-content.ts'
export {type ChatHandlers, handlers} from './remark/handlers.ts'
export {type RemarkChatOptions, remarkChat} from './remark/remark-chat.ts'
export type {Chat, ChatTree, Turn, TurnTree} from './tree.ts'
