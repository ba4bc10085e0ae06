import {defaultDialect} from '../default-dialect.ts'
import type {Chat, DialectOptions, Turn} from '../tree.ts'
import type {LossOptions} from './loss.ts'

/** Options of every function that reads contents. */
export type SentOptions = DialectOptions & LossOptions

/** A turn, and its content as it is sent. */
export interface SentTurn {
  turn: Turn
  /** Content without comment blocks. */
  content: string
}

/** Read the contents of a chat as they are sent: without comment blocks. */
export function readSent(
  chat: Chat,
  options: Readonly<SentOptions> | null | undefined
): Array<SentTurn> {
  // Note: nothing is known of a dialect that is not given.
  const dialect =
    options?.dialect ??
    (chat.dialect === undefined ? defaultDialect : undefined)
  const sent = dialect?.sent
  return chat.children.map((turn, index) => {
    const {value, position} = turn
    const content = sent?.read(value)
    if (content && content.dropped > 0) {
      options?.onLoss?.({
        code: 'comment-dropped',
        path: ['children', index],
        reason: 'Cannot send a comment block: it is for the author',
        ...(position && {place: position})
      })
    }
    return {turn, content: content?.value ?? value}
  })
}
