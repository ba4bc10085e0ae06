import type {Element, ElementContent, Root as HastRoot} from 'hast'
import type {Definition, FootnoteDefinition, Nodes, Parents} from 'mdast'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import type {ChatTree, TurnTree} from '../types.ts'

/** What the handlers use of the state of mdast-util-to-hast. */
interface State {
  definitionById: Map<string, Definition>
  footnoteById: Map<string, FootnoteDefinition>
  all(node: Nodes): Array<ElementContent>
  wrap(nodes: Array<ElementContent>, loose?: boolean): Array<ElementContent>
}

/** Handlers for nodes of chats, by type. */
export interface ChatHandlers {
  /** The turns. */
  chat(state: State, node: ChatTree): HastRoot
  /** Nothing: the block is for the author. */
  chatComment(): undefined
  /** A `section` with `data-role`, and `data-model` if a model is named. */
  turn(state: State, node: TurnTree, parent: ChatTree): Element
}

/**
 * Handlers for `remark-rehype`. Definitions and footnotes of a turn are its own.
 */
export const handlers: ChatHandlers = {
  chat: (state, node) => ({
    type: 'root',
    children: state.wrap(state.all(node as unknown as Parents), true)
  }),
  chatComment: () => undefined,
  turn(state, node, parent) {
    const content = ownFootnotes(node, parent)
    state.definitionById.clear()
    visit(content as Node, (child: Node) => {
      if (child.type === 'definition') {
        addOnce(state.definitionById, child as Definition)
      } else if (child.type === 'footnoteDefinition') {
        addOnce(state.footnoteById, child as FootnoteDefinition)
      }
    })
    const {role, model} = node
    return {
      type: 'element',
      tagName: 'section',
      properties: {
        dataRole: role,
        ...(model !== undefined && {dataModel: model})
      },
      children: state.wrap(state.all(content as unknown as Parents), true)
    }
  }
}

/** The first of an identifier counts (CommonMark 0.31, 4.7). */
function addOnce<T extends Definition | FootnoteDefinition>(
  definitions: Map<string, T>,
  node: T
): void {
  const id = node.identifier.toUpperCase()
  if (!definitions.has(id)) definitions.set(id, node)
}

/** Give footnotes names that no other turn’s have. */
function ownFootnotes(node: TurnTree, parent: ChatTree): TurnTree {
  let has = false
  visit(node as Node, 'footnoteReference', () => {
    has = true
  })
  if (!has) return node
  const prefix = `turn-${parent.children.indexOf(node) + 1}-`
  const copy = structuredClone(node)
  visit(copy as Node, (child: Node) => {
    if (
      child.type === 'footnoteReference' ||
      child.type === 'footnoteDefinition'
    ) {
      const note = child as FootnoteDefinition
      note.identifier = prefix + note.identifier
    }
  })
  return copy
}
