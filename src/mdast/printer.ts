import type {Node} from 'unist'
import type {Markdown} from './markdown.ts'
import type {MarkdownStyle} from './markdown-style.ts'
import type {NodeIds} from './node-ids.ts'

/** State of printing contents; shared by all turns of a chat. */
export interface Printer {
  markdown: Markdown
  ids: NodeIds
  /** Source of the blocks that stand in no other, by their number. */
  sources: Map<number, string>
  /** Line ending of the note. */
  lineEnding: string
}

/** State of printing one content. */
export interface Rendering extends Printer {
  /** The content before the change. */
  source: string
  style: MarkdownStyle
}

/** A node, and where it stands. */
export interface Site {
  node: Node
  /** Its old node. */
  was: Node | undefined
  /** The old node of its parent. */
  oldParent: Node
  parent: Node
  /** Index among the children of its parent. */
  position: number
  /** Prefix of lines there. */
  prefix: string
}
