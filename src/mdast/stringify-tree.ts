import {stringify} from '../stringify.ts'
import type {Chat, ChatTree, DialectOptions} from '../tree.ts'
import {assertOptions} from './assert-options.ts'
import {type MarkdownOptions, markdownWith} from './markdown.ts'
import type {ContentLimits} from './parse-content.ts'
import {toText} from './to-text.ts'

/** Options of `stringifyTree`: those that the tree was parsed with. */
export interface StringifyTreeOptions
  extends DialectOptions,
    MarkdownOptions,
    ContentLimits {}

/**
 * Print a chat whose contents are mdast: as `stringify` does, and within a
 * content blocks that did not change as they were. Turns with a `value` in place
 * of `children` are printed too. The result is parsed again, so it says
 * the same as the tree.
 *
 * @throws {TypeError}
 *   If `stringify` does, a turn has both a `value` and `children`, a content has
 *   nodes that Markdown cannot say, or an option is not of its type.
 */
export function stringifyTree(
  tree: ChatTree | Chat,
  options?: Readonly<StringifyTreeOptions> | null
): string {
  assertOptions(options)
  return stringify(toText(tree, markdownWith(options), options), options)
}
