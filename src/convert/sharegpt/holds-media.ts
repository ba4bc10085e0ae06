import {isArray} from '../../yaml/is-array.ts'
import {isPlainObject} from '../../yaml/is-plain-object.ts'
import {media} from './media.ts'

/**
 * Whether a row of messages has files in the shape of ShareGPT: texts with
 * places beside lists of files, or parts with a `value`.
 */
export function holdsMedia({
  messages,
  ...rest
}: Record<string, unknown>): boolean {
  if (!isArray(messages)) return false
  const contents = messages.map(message =>
    isPlainObject(message) ? message.content : undefined
  )
  if (media.some(({key}) => isArray(rest[key]))) {
    return contents.every(content => typeof content === 'string')
  }
  return contents.some(
    content =>
      isArray(content) && isPlainObject(content[0]) && 'value' in content[0]
  )
}
