import {defaultDialect} from '../default-dialect.ts'
import type {Chat, DialectOptions} from '../tree.ts'
import type {LossOptions} from './loss.ts'

/** Options of what reads contents. */
export type SentOptions = DialectOptions & LossOptions

/** Read the contents of a chat as they are sent: without comment blocks. */
export function readSent(
  chat: Chat,
  options: Readonly<SentOptions> | null | undefined
): Array<string> {
  const {sent} = options?.dialect ?? defaultDialect
  return chat.children.map(({value, position}, index) => {
    const content = sent?.read(value)
    if (content && content.dropped > 0) {
      options?.onLoss?.({
        code: 'comment-dropped',
        path: ['children', index],
        reason: 'Cannot send a comment block: it is for the author',
        ...(position && {place: position})
      })
    }
    return content?.value ?? value
  })
}
