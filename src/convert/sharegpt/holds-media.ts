import {media} from './media.ts'

/**
 * Whether a row of messages has files in the shape of ShareGPT: texts with
 * places beside lists of files, or parts with a `value`.
 */
export function holdsMedia({
  messages,
  ...rest
}: Record<string, unknown>): boolean {
  if (!Array.isArray(messages)) return false
  const contents = messages.map(message => Object(message).content)
  if (media.some(({key}) => Array.isArray(rest[key]))) {
    return contents.every(content => typeof content === 'string')
  }
  return contents.some(
    content => Array.isArray(content) && 'value' in Object(content[0])
  )
}
