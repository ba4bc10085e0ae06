import {readShape} from '../read-shape.ts'
import type {LibrechatConversation, LibrechatMessage} from './schema.ts'
import {librechatMessageSchema} from './schema.ts'

/**
 * List the messages, parents first; a recursive export nests each message in the
 * one before it, so a long conversation nests deep.
 */
export function listMessages(
  conversation: LibrechatConversation,
  what: string
): Array<LibrechatMessage> {
  const top = conversation.messagesTree ?? conversation.messages ?? []
  const messages: Array<LibrechatMessage> = []
  // Note: no recursion; the last of those left is the next.
  const left: Array<{value: unknown; parent: string | undefined}> = []
  pushAll(top, undefined, left)
  for (let item = left.pop(); item; item = left.pop()) {
    const name = `message ${messages.length} of ${what}`
    const message = readShape(librechatMessageSchema, item.value, name)
    const parent = message.parentMessageId ?? item.parent
    messages.push({...message, parentMessageId: parent})
    const key = message.messageId ?? undefined
    pushAll(message.children ?? [], key, left)
  }
  return messages
}

function pushAll(
  values: ReadonlyArray<unknown>,
  parent: string | undefined,
  left: Array<{value: unknown; parent: string | undefined}>
): void {
  for (let index = values.length - 1; index >= 0; index--) {
    left.push({value: values[index], parent})
  }
}
