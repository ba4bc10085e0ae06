import type {Root} from 'mdast'
import type {Plugin, Processor} from 'unified'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {check} from '../check/check.ts'
import {runRules} from '../check/run-rules.ts'
import {defaultCheckDialect} from '../default-dialect.ts'
import {rateReading} from '../find-problems.ts'
import {assertOptions} from '../mdast/assert-options.ts'
import {addExtensions, type Markdown, toMarkdownOf} from '../mdast/markdown.ts'
import type {ContentLimits} from '../mdast/parse-content.ts'
import {toTree} from '../mdast/parse-tree.ts'
import {toText} from '../mdast/to-text.ts'
import {parse} from '../parse.ts'
import {type Problem, rateProblem, toMessages} from '../problem.ts'
import {toValue} from '../read-note.ts'
import {stringify} from '../stringify.ts'
import type {ChatTree, CheckOptions, ParseOptions} from '../tree.ts'

/** Options of `remarkChat`. */
export interface RemarkChatOptions extends ParseOptions, ContentLimits {
  /**
   * Rules to turn off or on, or how severe their problems are, by `ruleId`: all
   * problems that `check` finds with them are reported, be it `{}`
   * (default: the problems that `parse` finds).
   */
  rules?: CheckOptions['rules']
}

/**
 * Parse and print chat notes in a remark pipeline: use it after `remark-parse`.
 * The tree is a `ChatTree`, whose turns are parsed one by one with whatever
 * syntax the pipeline has.
 *
 * Problems are messages on the file, as those of `remark-lint`: warnings and
 * infos, never errors (`fatal: true`), so that no file is left out for one.
 *
 * @throws {TypeError}
 *   If no parser comes before it, an option is not of its type, or `rules` names
 *   no rule.
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
  assertOptions(options)
  // Wrong names are to show at once, not with the first file.
  check('', options)
  addExtensions(this.data(), {})
  const markdown = toMarkdownOf(
    (value, file) => parseMarkdown(value, file) as Root,
    () => this.data()
  )
  this.parser = (_, file) => parseFile(file, markdown, options)
  this.compiler = (tree, file) =>
    printFile(tree as ChatTree, file, markdown, options)
}

/** Parse a file; its problems are on it, and none is an error. */
function parseFile(
  file: VFile,
  markdown: Markdown,
  options: Readonly<RemarkChatOptions> | null | undefined
): ChatTree {
  const {dialect, rules} = options ?? {}
  const {length} = file.messages
  if (rules) check(file, {dialect, rules})
  else runRules(file, dialect ?? defaultCheckDialect, rateReading)
  const chat = parse(toValue(file), {dialect})
  const tree = toTree(file, chat, markdown, options, rules)
  for (const message of file.messages.slice(length)) soften(message)
  return tree
}

/** Make an error a warning, since an error would leave its file out. */
function soften(message: VFileMessage): VFileMessage {
  if (message.fatal) message.fatal = false
  return message
}

/** Print a tree; contents that cannot be written as they are are problems. */
function printFile(
  tree: ChatTree,
  file: VFile,
  markdown: Markdown,
  options: Readonly<RemarkChatOptions> | null | undefined
): string {
  const problems: Array<Problem> = []
  const chat = toText(tree, markdown, options, problem => {
    const rated = rateProblem(problem, options?.rules ?? undefined)
    if (rated) problems.push(rated)
  })
  const messages = toMessages(problems, toValue(file))
  file.messages.push(...messages.map(soften))
  return stringify(chat, options)
}
