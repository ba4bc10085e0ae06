import type {Root} from 'mdast'
import type {Plugin, Processor} from 'unified'
import {addExtensions, toMarkdownOf} from '../mdast/markdown.ts'
import type {ContentLimits} from '../mdast/parse-content.ts'
import {parseTree} from '../mdast/parse-tree.ts'
import {toText} from '../mdast/to-text.ts'
import {stringify} from '../stringify.ts'
import type {ChatTree, ParseOptions} from '../tree.ts'

/** Options of `remarkChat`. */
export interface RemarkChatOptions extends ParseOptions, ContentLimits {}

/**
 * Parse and print chat notes in a remark pipeline: use it after `remark-parse`.
 * The tree is a `Chat` whose turns are parents of mdast, parsed one by one with
 * whatever syntax the pipeline has, and problems are messages on the file.
 *
 * @throws {TypeError} If no parser comes before it.
 */
export const remarkChat: Plugin<
  [(Readonly<RemarkChatOptions> | null | undefined)?],
  string,
  ChatTree
> = function (this: Processor, options) {
  const parseMarkdown = this.parser
  if (!parseMarkdown) {
    throw new TypeError('Expected `remark-parse` before `remarkChat`')
  }
  addExtensions(this.data(), {})
  const markdown = toMarkdownOf(
    (value, file) => parseMarkdown(value, file) as Root,
    () => this.data()
  )
  this.parser = (_, file) => parseTree(file, markdown, options)
  this.compiler = tree => stringify(toText(tree as ChatTree, markdown, options))
}
