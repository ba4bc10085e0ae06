// The tree of a note as it is, which is the note again, byte for byte.

import * as z from 'zod/mini'
import {assertChat} from '../print/validate.ts'
import type {Chat} from '../tree.ts'
import {isPlainObject} from '../yaml/is-plain-object.ts'
import type {Format} from './format.ts'
import {readShape} from './read-shape.ts'

/** Schema of a tree; `fromTree` looks at the rest. */
export const treeSchema = z.looseObject({
  type: z.literal('chat'),
  children: z.array(z.looseObject({type: z.literal('turn')}))
})

/** Turn a chat into data that holds all of it: the chat is that already. */
export function toTree(chat: Chat): Chat {
  return chat
}

/**
 * Turn data into the chat that it is.
 *
 * @throws {TypeError} If it is not of the shape of a chat.
 */
export function fromTree(value: unknown): Chat {
  readShape(treeSchema, value, 'a tree')
  // Note: the next line throws if it is none.
  const chat = value as Chat
  assertChat(chat)
  return chat
}

/** Trees, for the command line. */
export const tree: Format = {
  id: 'tree',
  title: 'The tree of the note, byte for byte',
  kind: 'json',
  detect: value => isPlainObject(value) && value.type === 'chat',
  to: toTree,
  from: value => [fromTree(value)]
}
