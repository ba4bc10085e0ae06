import type {ResponsesItem, ResponsesOutputPart} from './types.ts'
import type {Piece} from './write-assistant.ts'

/**
 * Join the parts between two items into one message each. A text that stands
 * alone has the short form, which needs no id.
 *
 * @param id
 *   Id of the first message, if it has one.
 * @param path
 *   Where the message is in the conversation, which other ids are made of.
 */
export function joinPieces(
  pieces: ReadonlyArray<Piece>,
  id: string | undefined,
  path: ReadonlyArray<number | string>
): Array<ResponsesItem> {
  const groups: Array<Array<ResponsesOutputPart> | ResponsesItem> = []
  for (const piece of pieces) {
    const last = groups[groups.length - 1]
    if (!isPart(piece)) groups.push(piece)
    else if (Array.isArray(last)) last.push(piece)
    else groups.push([piece])
  }
  const first = groups.findIndex(group => Array.isArray(group))
  return groups.map((group, index) =>
    Array.isArray(group)
      ? toMessage(group, index === first ? id : undefined, [...path, index])
      : group
  )
}

function isPart(piece: Piece): piece is ResponsesOutputPart {
  return (
    'type' in piece &&
    (piece.type === 'output_text' || piece.type === 'refusal')
  )
}

function toMessage(
  content: Array<ResponsesOutputPart>,
  id: string | undefined,
  path: ReadonlyArray<number | string>
): ResponsesItem {
  const [first] = content
  if (first?.type === 'output_text' && content.length === 1 && !id) {
    return {role: 'assistant', content: first.text}
  }
  const made = `msg_${path.slice(1).join('_')}`
  return {
    type: 'message',
    id: id ?? made,
    status: 'completed',
    role: 'assistant',
    content
  }
}
