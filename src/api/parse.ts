import type {VFile} from 'vfile'
import type {MarkdownOptions} from '../mdast/markdown.ts'
import type {ContentLimits} from '../mdast/parse-content.ts'
import {parse as parseText} from '../parse.ts'
import type {Chat, ChatTree, ParseOptions} from '../tree.ts'
import {needContents} from './contents.ts'

/** Options of `parse` for contents as mdast. */
export interface ParseTreeOptions
  extends ParseOptions,
    MarkdownOptions,
    ContentLimits {
  /** What the contents are: mdast. */
  content: 'mdast'
}

/** Options of `parse` for contents as text. */
export interface ParseTextOptions extends ParseOptions {
  /** What the contents are (default: `'text'`). */
  content?: 'text' | null | undefined
}

/**
 * Parse a chat note into a tree. Nothing in a note makes it throw: what is
 * wrong is a problem, kept on `file.messages` when `file` is a `VFile`.
 *
 * `stringify(parse(value))` is `value`, for every string.
 *
 * Contents are text, unless `options.content` is `'mdast'`: then turns have
 * `children`, which takes about 100 times as long.
 *
 * @throws {TypeError}
 *   If `file` is neither a string nor a `VFile`, or contents are to be mdast in a
 *   browser and `chatmd/mdast` is not imported.
 */
export function parse(
  file: string | VFile,
  options: Readonly<ParseTreeOptions>
): ChatTree
export function parse(
  file: string | VFile,
  options?: Readonly<ParseTextOptions> | null
): Chat
export function parse(
  file: string | VFile,
  options?: Readonly<ParseTreeOptions | ParseTextOptions> | null
): Chat | ChatTree {
  return options?.content === 'mdast'
    ? needContents().parseTree(file, options)
    : parseText(file, options)
}
