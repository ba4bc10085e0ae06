import type {VFile} from 'vfile'
import {type Problem, toMessages} from '../problem.ts'
import {toValue} from '../read-note.ts'
import type {Chat, ChatTree, ParseOptions, TurnTree} from '../tree.ts'
import type {Markdown} from './markdown.ts'
import {type ContentLimits, readContent} from './parse-content.ts'
import {removePositions} from './walk.ts'

/**
 * Turn contents that are text into mdast, and put their problems on the file.
 *
 * Nodes of `chat` have to have a position, also where those of the tree are to
 * have none, as problems need it.
 */
export function toTree(
  file: string | VFile,
  chat: Chat,
  markdown: Markdown,
  options: Readonly<ParseOptions & ContentLimits> | null | undefined,
  isOn: (ruleId: string) => boolean = () => true
): ChatTree {
  const problems: Array<Problem> = []
  const report = (problem: Problem) => {
    if (isOn(problem.ruleId)) problems.push(problem)
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
