import {lose} from '../lose.ts'
import type {LossOptions} from '../loss.ts'
import type {ChatMessage, Part} from '../message.ts'

/**
 * Join the items of one answer: thoughts, texts, and calls. A text right
 * after a text is another answer.
 */
export function joinItems(
  items: ReadonlyArray<ChatMessage>,
  options: Readonly<LossOptions> | null | undefined
): Array<ChatMessage> {
  const joined: Array<ChatMessage> = []
  items.forEach((item, index) => {
    const last = joined[joined.length - 1]
    if (!last || !continues(last, item)) {
      joined.push({...item, parts: [...item.parts]})
      return
    }
    for (const part of item.parts) last.parts.push(part)
    if (item.id === undefined) return
    if (last.id === undefined) {
      last.id = item.id
      return
    }
    const reason =
      'Cannot keep the id of a message: it is one turn with the message before'
    lose(options, 'id-dropped', ['input', index, 'id'], reason)
  })
  return joined
}

function continues(last: ChatMessage, item: ChatMessage): boolean {
  return (
    last.role === 'assistant' &&
    item.role === 'assistant' &&
    !(isSaid(last.parts[last.parts.length - 1]) && isSaid(item.parts[0]))
  )
}

function isSaid(part: Part | undefined): boolean {
  return !part || part.type === 'text' || part.type === 'refusal'
}
