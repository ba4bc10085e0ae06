import type {Root} from 'mdast'
import {defaultDialect} from '../default-dialect.ts'
import {hasChildren} from '../has-children.ts'
import {firstLineEnding} from '../print/style.ts'
import type {Problem, Report} from '../problem.ts'
import type {Chat, ChatTree, DialectOptions, Turn, TurnTree} from '../tree.ts'
import {isArray} from '../yaml/is-array.ts'
import {assertChatTree} from './assert-chat-tree.ts'
import {assertKnown} from './assert-known.ts'
import {clampEnds} from './clamp-ends.ts'
import type {Markdown} from './markdown.ts'
import {findMarkdownStyle, type MarkdownStyle} from './markdown-style.ts'
import {createNodeIds, idOf} from './node-ids.ts'
import {type ContentLimits, readContent} from './parse-content.ts'
import {printContent} from './print-content.ts'
import type {Printer, Rendering} from './printer.ts'
import {cut, isPlaced} from './source.ts'

/** The content of a turn before the change. */
interface Source {
  value: string
  root: Root
}

/**
 * Turn contents that are mdast into text, from their sources where they can be.
 *
 * @throws {TypeError}
 *   If a turn has no content that can be printed; if it cannot be written as it
 *   is, unless that is to be reported.
 */
export function toText(
  chat: ChatTree | Chat,
  markdown: Markdown,
  options: Readonly<ContentLimits & DialectOptions> | null | undefined,
  report: Report = throwProblem
): Chat {
  if (!hasTrees(chat)) return chat
  assertChatTree(chat)
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
    const {value, root} = sources[index] as Source
    if (!style || value !== '') style = findMarkdownStyle(value, root)
    const rendering = {...printer, source: value, style}
    const name = `chat.children[${index}]`
    return printTurn(rendering, root, turn, name, report)
  })
  return {...chat, children}
}

/** Throw the reason why a tree cannot be written. */
function throwProblem({reason}: Problem): never {
  throw new TypeError(reason)
}

function hasTrees(chat: ChatTree | Chat): chat is ChatTree {
  const turns: unknown = chat?.children
  return isArray(turns) && turns.some(hasChildren)
}

/** Read the old content of a turn, and keep its blocks for where they went. */
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

/** Print a turn, and report if its content is read otherwise. */
function printTurn(
  rendering: Rendering,
  root: Root,
  turn: TurnTree,
  name: string,
  report: Report
): Turn {
  const {children: _, ...rest} = turn
  const {markdown} = rendering
  const print: Markdown['print'] = (node, style) => {
    assertKnown(node, markdown.types(), turn, name)
    return markdown.print(node, style)
  }
  const value = printContent(
    {...rendering, markdown: {...markdown, print}},
    root,
    turn,
    ({path, type}) =>
      report({
        ruleId: 'unwritable-content',
        severity: 'warning',
        reason: `Cannot write \`${name}${path}\`, of type \`${type}\`, as Markdown that says the same`,
        start: turn.position?.start.offset ?? 0,
        end: turn.position?.end.offset ?? 0
      })
  )
  return {...rest, value}
}
