import {isArray} from '../frontmatter/is-array.ts'
import {hasChildren} from '../has-children.ts'
import type {MarkdownOptions} from '../mdast/markdown.ts'
import type {ContentLimits} from '../mdast/parse-content.ts'
import {stringify as stringifyText} from '../stringify.ts'
import type {Chat, ChatTree, DialectOptions} from '../tree.ts'
import {needContents} from './contents.ts'

/** Options of `stringify`: how contents that are mdast were parsed. */
export interface StringifyOptions
  extends DialectOptions,
    MarkdownOptions,
    ContentLimits {}

/**
 * Print a chat. Raw strings are printed as they are where reading them gives
 * what the tree says, and anything else is written anew, in the style of what
 * is around it. So for every string `stringify(parse(value))` is `value`, a
 * change in the tree changes that piece of the note and no other byte, and
 * reading the note gives the chat, whatever its contents.
 *
 * A turn with `children` is printed from its source as well: blocks that did
 * not change are as they were. The options must be those it was parsed with.
 *
 * Blank lines at the ends of a content, and white space at its very end, are
 * not content: a `value` is written without them.
 *
 * @throws {TypeError}
 *   If `chat` is not of the shape of a chat, or the format cannot hold what it
 *   says: a role that is no name, a model with a line ending, a config that is
 *   invalid or no JSON; or contents are mdast in a browser and `chatmd/mdast` is
 *   not imported.
 */
export function stringify(
  chat: Chat | ChatTree,
  options?: Readonly<StringifyOptions> | null
): string {
  return stringifyText(
    hasTrees(chat) ? needContents().toText(chat, options) : chat,
    options
  )
}

function hasTrees(chat: Chat | ChatTree): chat is ChatTree {
  // What is no list, `stringifyText` throws on.
  const turns: unknown = chat?.children
  return isArray(turns) && turns.some(hasChildren)
}
