import type {VFile} from 'vfile'
import {parse} from '../parse.ts'
import {type Problem, toMessages} from '../problem.ts'
import {toValue} from '../read-note.ts'
import type {ChatTree, ParseOptions, TurnTree} from '../tree.ts'
import type {Markdown} from './markdown.ts'
import {type ContentLimits, readContent} from './parse-content.ts'
import {removePositions} from './walk.ts'

/** Parse a note into a tree whose contents are mdast, each parsed by itself. */
export function parseTree(
  file: string | VFile,
  markdown: Markdown,
  options: Readonly<ParseOptions & ContentLimits> | null | undefined
): ChatTree {
  const problems: Array<Problem> = []
  // Problems need positions, also where nodes are to have none.
  const chat = parse(file)
  const report = (problem: Problem) => problems.push(problem)
  const children = chat.children.map((turn): TurnTree => {
    const {type, role, model, raw, position} = turn
    const {children} = readContent(turn, markdown, options, report)
    const tree: TurnTree = {type, role, children, raw, position}
    if (model !== undefined) tree.model = model
    return tree
  })
  if (typeof file !== 'string' && problems.length > 0) {
    file.messages.push(...toMessages(problems, toValue(file)))
  }
  const tree: ChatTree = {...chat, children}
  if (options?.position === false) removePositions(tree)
  return tree
}
