import {hasChildren} from '../has-children.ts'
import {assertChat} from '../print/validate.ts'
import type {Chat, ChatTree, Turn, TurnTree} from '../tree.ts'
import {assertNodes} from './assert-nodes.ts'

/**
 * Make sure that a chat has the shape of one, and each turn a content that can
 * be written and read again.
 *
 * @throws {TypeError} If one has not.
 */
export function assertChatTree(chat: ChatTree | Chat): void {
  // Note: a spread makes holes `undefined`, which `map` would jump over.
  assertChat({...chat, children: [...chat.children].map(withoutChildren)})
  for (const [index, turn] of chat.children.entries()) {
    if (hasChildren(turn)) assertNodes(turn, `chat.children[${index}]`)
  }
}

/** Put an empty content in the place of nodes. */
function withoutChildren(turn: TurnTree | Turn, index: number): Turn {
  if (!hasChildren(turn)) return turn
  if ('value' in turn && turn.value !== undefined) {
    throw new TypeError(
      `Expected \`chat.children[${index}]\` to have a \`value\` or \`children\`, not both`
    )
  }
  const {children: _, ...rest} = turn
  return {...rest, value: ''}
}
