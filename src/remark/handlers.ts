import type {Element, ElementContent, Root as HastRoot} from 'hast'
import type {Definition, FootnoteDefinition, Parents} from 'mdast'
import type {Node} from 'unist'
import type {ChatTree, TurnTree} from '../tree.ts'

/** The part of the state of mdast-util-to-hast that the handlers use. */
interface State {
  definitionById: Map<string, Definition>
  footnoteById: Map<string, FootnoteDefinition>
  all(node: Parents): Array<ElementContent>
  wrap(nodes: Array<ElementContent>, loose?: boolean): Array<ElementContent>
}

/** Handlers for nodes of chats, by type. */
export interface ChatHandlers {
  /** The turns. */
  chat(state: State, node: ChatTree): HastRoot
  /** Nothing: the block is for the author. */
  chatComment(): undefined
  /** A `section` with `data-role`, and `data-model` if a model is named. */
  turn(state: State, node: TurnTree, parent: unknown): Element
}

/**
 * Handlers for `remark-rehype`. Definitions and footnotes of a turn are its own.
 */
export const handlers: ChatHandlers = {
  chat: (state, node) => ({
    type: 'root',
    children: state.wrap(state.all(node as unknown as Parents))
  }),
  chatComment: () => undefined,
  turn(state, node, parent) {
    const content = withOwnNames(state, node, parent as ChatTree)
    const {role, model} = node
    return {
      type: 'element',
      tagName: 'section',
      properties: {
        dataRole: role,
        ...(model !== undefined && {dataModel: model})
      },
      children: state.wrap(state.all(content), true)
    }
  }
}

/** Nodes that say which definition they are or mean. */
const named = [
  'definition',
  'footnoteDefinition',
  'footnoteReference',
  'imageReference',
  'linkReference'
]

/**
 * Give definitions names that no other turn has, and make them known. The first
 * of a name counts (CommonMark 0.31, 4.7).
 */
function withOwnNames(
  state: State,
  node: TurnTree,
  {children}: ChatTree
): Parents {
  const index = children.indexOf(node) + 1
  return copy(node, named => {
    named.identifier = `turn-${index}-${named.identifier}`
    const id = named.identifier.toUpperCase()
    if (named.type === 'definition') setOnce(state.definitionById, id, named)
    if (named.type === 'footnoteDefinition') {
      setOnce(state.footnoteById, id, named)
    }
  }) as Parents
}

/** Copy a tree, and change the nodes that say which definition they are or mean. */
function copy(
  node: Node,
  change: (node: Definition | FootnoteDefinition) => void
): Node {
  const copied: Node = {...node}
  if (named.includes(node.type)) {
    change(copied as Definition | FootnoteDefinition)
  }
  if ('children' in copied) {
    const children = copied.children as ReadonlyArray<Node>
    copied.children = children.map(child => copy(child, change))
  }
  return copied
}

function setOnce<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value)
}
