import type {VFile} from 'vfile'
import {parse} from '../parse.ts'
import type {ChatTree, ParseOptions} from '../tree.ts'
import {assertOptions} from './assert-options.ts'
import {type MarkdownOptions, markdownWith} from './markdown.ts'
import type {ContentLimits} from './parse-content.ts'
import {toTree} from './to-tree.ts'

/** Options of `parseTree`. */
export interface ParseTreeOptions
  extends ParseOptions,
    MarkdownOptions,
    ContentLimits {}

/**
 * Parse a chat note into a tree whose contents are mdast, each parsed by itself.
 * All else is as with `parse`, which is some 100 times as fast.
 *
 * `stringifyTree(parseTree(value))` is `value`, for every string.
 *
 * @throws {TypeError}
 *   If `file` is neither a string nor a `VFile`, or an option is not of its type.
 */
export function parseTree(
  file: string | VFile,
  options?: Readonly<ParseTreeOptions> | null
): ChatTree {
  assertOptions(options)
  const chat = parse(file, {dialect: options?.dialect})
  return toTree(file, chat, markdownWith(options), options)
}
