import type {VFile} from 'vfile'
import type {Chat, ChatTree, ParseOptions} from '../tree.ts'
import {type MarkdownOptions, markdownWith} from './markdown.ts'
import type {ContentLimits} from './parse-content.ts'
import {parseTree} from './parse-tree.ts'
import {toText} from './to-text.ts'

/** What reads and writes contents as mdast. */
export interface Contents {
  /** Parse a note with contents as mdast. */
  parseTree(
    file: string | VFile,
    options: Readonly<ParseOptions & MarkdownOptions & ContentLimits>
  ): ChatTree
  /** Turn contents that are mdast into text. */
  toText(
    chat: ChatTree,
    options: Readonly<MarkdownOptions & ContentLimits> | null | undefined
  ): Chat
}

export const contents: Contents = {
  parseTree: (file, options) => parseTree(file, markdownWith(options), options),
  toText: (chat, options) => toText(chat, markdownWith(options), options)
}
