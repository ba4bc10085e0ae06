import type {VFile} from 'vfile'
import {parse} from '../parse.ts'
import {type Problem, rateProblem, toMessages} from '../problem.ts'
import {toValue} from '../read-note.ts'
import type {
  Chat,
  ChatTree,
  CheckOptions,
  ParseOptions,
  TurnTree
} from '../tree.ts'
import {assertOptions} from './assert-options.ts'
import {type Markdown, type MarkdownOptions, markdownWith} from './markdown.ts'
import {type ContentLimits, readContent} from './parse-content.ts'
import {removePositions} from './walk.ts'

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

/**
 * Turn contents that are text into mdast, and put their problems on the file, but for
 * those of rules that are off.
 *
 * Nodes of `chat` have to have a position, also where those of the tree are to
 * have none, as problems need it.
 */
export function toTree(
  file: string | VFile,
  chat: Chat,
  markdown: Markdown,
  options: Readonly<ParseOptions & ContentLimits> | null | undefined,
  rules?: CheckOptions['rules']
): ChatTree {
  const problems: Array<Problem> = []
  const report = (problem: Problem) => {
    const rated = rateProblem(problem, rules ?? undefined)
    if (rated) problems.push(rated)
  }
  const children = chat.children.map((turn): TurnTree => {
    const {value: _, ...rest} = turn
    const {children} = readContent(turn, markdown, options, report)
    return {...rest, children}
  })
  if (typeof file !== 'string' && problems.length > 0) {
    file.messages.push(...toMessages(problems, toValue(file)))
  }
  const tree: ChatTree = {...chat, children}
  if (options?.position === false) removePositions(tree)
  return tree
}
