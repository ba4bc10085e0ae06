import type {Node} from 'unist'
import type {Markdown} from './markdown.ts'
import type {MarkdownStyle} from './markdown-style.ts'
import type {NodeIds} from './node-ids.ts'

/** What printing contents needs; shared by all turns of a chat. */
export interface Printer {
  markdown: Markdown
  ids: NodeIds
  /** Source of the blocks that stand in no other, by what they say. */
  sources: Map<number, string>
  /** Line ending of the note. */
  lineEnding: string
}

/** What one content is printed with. */
export interface Rendering extends Printer {
  /** The content before the change. */
  source: string
  style: MarkdownStyle
}

/** A node, and where it stands. */
export interface Site {
  node: Node
  /** What it was. */
  was: Node | undefined
  /** What its parent was. */
  oldParent: Node
  parent: Node
  /** Index among the children of its parent. */
  position: number
  /** What lines start with there. */
  prefix: string
}
