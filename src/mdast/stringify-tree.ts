import type {Root} from 'mdast'
import {defaultDialect} from '../default-dialect.ts'
import {hasChildren} from '../has-children.ts'
import {firstLineEnding} from '../print/style.ts'
import {stringify} from '../stringify.ts'
import type {Chat, ChatTree, DialectOptions, Turn, TurnTree} from '../tree.ts'
import {isArray} from '../yaml/is-array.ts'
import {assertOptions} from './assert-options.ts'
import {clampEnds} from './clamp-ends.ts'
import {type Markdown, type MarkdownOptions, markdownWith} from './markdown.ts'
import {findMarkdownStyle, type MarkdownStyle} from './markdown-style.ts'
import {createNodeIds, idOf} from './node-ids.ts'
import {type ContentLimits, maxDepth, readContent} from './parse-content.ts'
import {printContent} from './print-content.ts'
import type {Printer} from './printer.ts'
import {cut, isPlaced} from './source.ts'
import {isDeeper} from './walk.ts'

/** Options of `stringifyTree`: those that the tree was parsed with. */
export interface StringifyTreeOptions
  extends DialectOptions,
    MarkdownOptions,
    ContentLimits {}

/**
 * Print a chat whose contents are mdast: as `stringify` does, and within a
 * content blocks that did not change as they were. Turns with a `value` in place
 * of `children` are printed too.
 *
 * @throws {TypeError}
 *   If `stringify` does, a turn has both a `value` and `children`, or an option
 *   is not of its type.
 */
export function stringifyTree(
  tree: ChatTree | Chat,
  options?: Readonly<StringifyTreeOptions> | null
): string {
  assertOptions(options)
  return stringify(toText(tree, markdownWith(options), options), options)
}

/** What the content of a turn was before the change. */
interface Source {
  value: string
  root: Root
}

/**
 * Turn contents that are mdast into text, from their sources where they can be.
 * All else is as it was: `stringify` looks at it.
 */
export function toText(
  chat: ChatTree | Chat,
  markdown: Markdown,
  options: Readonly<ContentLimits & DialectOptions> | null | undefined
): Chat {
  if (!hasTrees(chat)) return chat
  for (const [index, turn] of chat.children.entries()) assertTurn(turn, index)
  const printer: Printer = {
    markdown: {
      ...markdown,
      parse: value => readContent(value, markdown, options)
    },
    ids: createNodeIds(),
    sources: new Map(),
    lineEnding: firstLineEnding(chat)
  }
  const {decode} = options?.dialect ?? defaultDialect
  const sources = chat.children.map(turn => findSource(printer, turn, decode))
  let style: MarkdownStyle | undefined
  const children = chat.children.map((turn, index): Turn => {
    if (!hasChildren(turn)) return turn
    const {children, ...rest} = turn
    const source = sources[index] as Source
    if (!style || source.value !== '') {
      style = findMarkdownStyle(source.value, source.root)
    }
    const value = printContent(
      {...printer, source: source.value, style},
      source.root,
      children
    )
    return {...rest, value}
  })
  return {...chat, children}
}

function hasTrees(chat: ChatTree | Chat): chat is ChatTree {
  const turns: unknown = chat?.children
  return isArray(turns) && turns.some(hasChildren)
}

/** Make sure that the content of a turn can be written and read again. */
function assertTurn(turn: Turn | TurnTree, index: number): void {
  const name = `chat.children[${index}]`
  if (!turn) throw new TypeError(`Expected \`${name}\` to be a \`turn\` node`)
  if (!hasChildren(turn)) return
  if ('value' in turn && turn.value !== undefined) {
    throw new TypeError(
      `Expected \`${name}\` to have a \`value\` or \`children\`, not both`
    )
  }
  if (!isArray(turn.children)) {
    throw new TypeError(`Expected \`${name}.children\` to be a list of nodes`)
  }
  if (isDeeper(turn, maxDepth)) {
    throw new TypeError(
      `Expected \`${name}.children\` to nest at most ${maxDepth} levels`
    )
  }
}

/** Read what a turn was, and keep its blocks for where they went. */
function findSource(
  printer: Printer,
  turn: TurnTree,
  decode: (body: string) => string
): Source {
  const value = turn.raw ? decode(turn.raw.body) : ''
  const root = printer.markdown.parse(value)
  clampEnds(value, root)
  for (const node of root.children.filter(isPlaced)) {
    printer.sources.set(idOf(printer.ids, node), cut(value, node))
  }
  return {value, root}
}
